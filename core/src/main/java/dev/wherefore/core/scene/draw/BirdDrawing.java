package dev.wherefore.core.scene.draw;

import java.util.List;

/** A bird on its legs, or in the air with its wings up or spread. */
final class BirdDrawing implements Drawing {

    @Override
    public List<String> poses() {
        return List.of("perched", "flying", "gliding");
    }

    @Override
    public double foot(String pose) {
        return pose.equals("perched") ? 7 : 0;
    }

    @Override
    public void draw(Pen pen, Look look) {
        if (look.pose().equals("perched")) {
            perched(pen, look.tone());
        } else {
            airborne(pen, look.tone(), look.pose().equals("flying"));
        }
    }

    private static void perched(Pen pen, int tone) {
        pen.line(0xd98a2b, 1, -1, -6, -1.4, -0.6, 1.2, -0.4);
        pen.line(0xd98a2b, 1, 2.4, -6, 2.6, -0.6, 5.2, -0.4);
        pen.body(Path.polygon(-7, -10, -18, -7.4, -17, -11.6, -8, -14.6), Tone.darker(tone, 0.18));
        beak(pen, 12.4, -19);
        Path body =
                new Path()
                        .line(-10, -11)
                        .cubic(-6, -16, 0, -16, 2.4, -19)
                        .cubic(4, -25.4, 13.6, -24.6, 13, -18)
                        .cubic(13.4, -9, 7, -4.4, 1, -4.6)
                        .quad(-6, -5, -10, -11)
                        .close();
        pen.body(body, tone);
        Path belly =
                new Path()
                        .line(11.6, -14)
                        .cubic(11, -8, 6, -5.2, 1.4, -5.4)
                        .quad(6, -10, 11.6, -14)
                        .close();
        pen.fill(belly, Tone.mix(tone, 0xfff6e8, 0.55));
        Path wing =
                new Path()
                        .line(3.4, -15.6)
                        .cubic(6, -9, -3, -7.6, -12.6, -9.4)
                        .quad(-5, -16, 3.4, -15.6)
                        .close();
        pen.body(wing, Tone.darker(tone, 0.16));
        pen.bend(Tone.darker(tone, 0.4), 0.6, -9, -9.6, -2, -9.6, 1.4, -12);
        eye(pen, 9.2, -19.4, tone);
    }

    private static void airborne(Pen pen, int tone, boolean up) {
        Path far =
                up
                        ? new Path()
                                .line(-2, -2)
                                .quad(2, -13, 11, -16.5)
                                .quad(10, -7, 5.4, -1)
                                .close()
                        : new Path().line(0, -1).quad(8, -8, 16, -8.4).quad(12, -2, 5.4, 0).close();
        pen.body(far, Tone.darker(tone, 0.26));
        pen.body(
                Path.polygon(-8, -1, -18.4, -3.4, -16, 0, -18, 3.4, -8, 3),
                Tone.darker(tone, 0.12));
        beak(pen, 12, -1.4);
        Path body =
                new Path()
                        .line(-11, 0.6)
                        .cubic(-4, -4.4, 3, -3, 6, -4.6)
                        .cubic(10, -6.6, 13.8, -3.4, 12.6, -0.4)
                        .cubic(10, 6, -3, 7, -11, 0.6)
                        .close();
        pen.body(body, tone);
        Path belly =
                new Path().line(10, 2).cubic(6, 6, -2, 5.6, -7, 2.8).quad(2, 3.4, 10, 2).close();
        pen.fill(belly, Tone.mix(tone, 0xfff6e8, 0.5));
        Path near =
                up
                        ? new Path()
                                .line(4, -0.6)
                                .cubic(2, -8, -4, -16, -14, -18.5)
                                .cubic(-13.6, -11, -10, -2, -4, 1.4)
                                .close()
                        : new Path()
                                .line(4.4, 0)
                                .cubic(-2, 2, -9, 9, -12.5, 14.5)
                                .cubic(-4, 14, 5.4, 8, 5.6, 2)
                                .close();
        pen.body(near, Tone.lighter(tone, 0.06));
        if (up) {
            pen.bend(Tone.darker(tone, 0.4), 0.6, -10.6, -14, -6, -9, -1.4, -3.4);
        } else {
            pen.bend(Tone.darker(tone, 0.4), 0.6, -9, 11.6, -3, 8, 2, 3);
        }
        eye(pen, 9, -2.4, tone);
    }

    private static void beak(Pen pen, double x, double y) {
        pen.fill(Path.polygon(x - 1.6, y - 1.8, x + 5, y + 0.4, x - 1.4, y + 2), 0xf2a032);
        pen.line(0xb56a16, 0.4, x, y + 0.3, x + 4.2, y + 0.4);
    }

    private static void eye(Pen pen, double x, double y, int tone) {
        pen.fill(Path.oval(x, y, 1.5, 1.5), Tone.mix(tone, 0xffffff, 0.8));
        Parts.eye(pen, x + 0.2, y, 1);
    }
}
