package dev.wherefore.core.scene.draw;

import java.util.List;

/** A dog: long snout, hanging or pointed ears. */
final class DogDrawing implements Drawing {

    @Override
    public List<String> poses() {
        return List.of("standing", "sitting");
    }

    @Override
    public double foot(String pose) {
        return pose.equals("standing") ? 14 : 10;
    }

    @Override
    public void draw(Pen pen, Look look) {
        int patch = look.dice().chance(0.45) ? Tone.mix(look.tone(), 0xf6f0e6, 0.6) : look.tone();
        if (look.pose().equals("standing")) {
            standing(pen, look.tone(), patch);
            head(pen.at(11.5, -20.5), look, patch);
        } else {
            sitting(pen, look.tone(), patch);
            head(pen.at(4.5, -24.5), look, patch);
        }
    }

    private static void standing(Pen pen, int tone, int patch) {
        int far = Tone.darker(tone, 0.24);
        pen.fill(Path.round(-8.6, -10, 3.8, 10, 1.6), far);
        pen.fill(Path.round(5.4, -10, 3.8, 10, 1.6), far);
        tail(pen, tone, -12, -16, -18, -18, -17.5, -25.5);
        Path body =
                new Path()
                        .line(-13, -15)
                        .cubic(-13, -20.5, -6, -18.6, 0, -18.8)
                        .cubic(5, -19, 8, -23, 12, -23)
                        .cubic(16, -20, 13, -10, 9, -8)
                        .cubic(4, -7.4, 0, -9.4, -4, -8.8)
                        .cubic(-9, -7.5, -13, -9, -13, -15)
                        .close();
        pen.body(body, tone);
        leg(pen, tone, -12, patch);
        leg(pen, tone, 7.4, patch);
        pen.line(0xc23b3b, 1.7, 9.2, -19.4, 13.6, -16.6);
    }

    private static void leg(Pen pen, int tone, double x, int patch) {
        pen.fill(
                Path.round(x - 0.2, -12, 4.6, 12, 2),
                Paint.down(tone, Tone.darker(tone, 0.1), -12, 0));
        pen.fill(Path.round(x, -2.8, 5.4, 2.8, 1.3), patch);
        pen.line(Tone.darker(tone, 0.42), 0.7, x - 0.3, -9, x - 0.2, -0.8);
        pen.line(Tone.darker(tone, 0.42), 0.7, x + 4.5, -8, x + 4.5, -3);
    }

    private static void sitting(Pen pen, int tone, int patch) {
        tail(pen, tone, -8, -3, -15, -2, -14.5, -9);
        Path body =
                new Path()
                        .line(-10, -1)
                        .cubic(-13, -10, -6, -15, -1, -21)
                        .line(7.5, -23)
                        .cubic(10, -16, 8.5, -8, 8, -1)
                        .quad(0, 0.6, -10, -1)
                        .close();
        pen.body(body, tone);
        Path chest =
                new Path()
                        .line(8, -20)
                        .cubic(9.4, -14, 8.4, -10, 7, -8)
                        .quad(4, -13, 8, -20)
                        .close();
        pen.fill(chest, patch);
        pen.body(
                new Path().line(-9.4, -0.4).cubic(-11, -9, -1, -11, 1, -3).line(1, 0).close(),
                tone);
        pen.fill(Path.round(-4, -2.6, 7.6, 2.6, 1.3), patch);
        pen.fill(
                Path.round(4.2, -12, 4.2, 12, 1.8),
                Paint.down(tone, Tone.darker(tone, 0.08), -12, 0));
        pen.line(Tone.darker(tone, 0.42), 0.7, 4, -9, 4.2, -1);
        pen.fill(Path.round(4.4, -2.8, 5.6, 2.8, 1.3), patch);
        pen.line(0xc23b3b, 1.7, 0.6, -19.6, 7.6, -18.4);
    }

    private static void tail(Pen pen, int tone, double... bend) {
        pen.bend(Tone.darker(tone, 0.42), 4, bend);
        pen.bend(tone, 2.7, bend);
    }

    private static void head(Pen pen, Look look, int patch) {
        int tone = look.tone();
        Path skull =
                new Path()
                        .line(-5, 1.5)
                        .cubic(-6.5, -7, 2, -8.5, 4.6, -4.4)
                        .quad(7, -3.6, 10.6, -2.6)
                        .cubic(12.6, -1.6, 11.8, 2.6, 8.6, 3)
                        .cubic(5, 3.6, 3.4, 5.4, 0, 5)
                        .quad(-4.4, 4.6, -5, 1.5)
                        .close();
        pen.body(skull, tone);
        Path snout =
                new Path()
                        .line(5, -1.6)
                        .quad(8, -2.8, 10.6, -2)
                        .cubic(12, -1, 11, 2.2, 8.4, 2.5)
                        .quad(5.5, 2.8, 4.4, 1.6)
                        .close();
        pen.fill(snout, patch);
        pen.fill(Path.oval(11, -1.8, 1.7, 1.4), Parts.EYE);
        pen.bend(Tone.darker(tone, 0.55), 0.6, 6, 2, 8.4, 2.4, 10, 1);
        eye(pen, tone);
        Path ear;
        if (look.dice().chance(0.65)) {
            ear =
                    new Path()
                            .line(-3.6, -5)
                            .cubic(-8.4, -5, -8.2, 4.4, -5.2, 5.4)
                            .cubic(-2.4, 5, -1, -1, -0.6, -5.4)
                            .close();
        } else {
            ear = Path.polygon(-4.6, -4, -4.4, -11, 0.4, -6.2);
        }
        pen.body(ear, Tone.darker(tone, 0.2));
    }

    private static void eye(Pen pen, int tone) {
        if (Tone.band(tone, 1) < 70) {
            pen.fill(Path.oval(3.2, -2.4, 1.5, 1.5), 0xd9cdb8);
        }
        Parts.eye(pen, 3.2, -2.4, 1.1);
    }
}
