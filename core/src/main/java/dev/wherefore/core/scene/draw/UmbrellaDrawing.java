package dev.wherefore.core.scene.draw;

import java.util.List;

/** An open umbrella: on a tall pole, on a leaning one, or laid on the ground. */
final class UmbrellaDrawing implements Drawing {

    @Override
    public List<String> poses() {
        return List.of("upright", "leaning", "lying");
    }

    @Override
    public double foot(String pose) {
        return pose.equals("lying") ? 15 : 6;
    }

    @Override
    public void draw(Pen pen, Look look) {
        boolean striped = look.dice().chance(0.4);
        if (look.pose().equals("lying")) {
            Pen laid = pen.at(-2, -11.5).turned(-0.95);
            laid.line(0x6b4a2e, 1.5, 0, -6, 0, 16);
            laid.bend(0x6b4a2e, 1.8, 0, 16, 0, 20.5, 4.4, 20.5, 4.2, 16.6);
            canopy(laid.at(0, -1).scaled(0.84, 0.84), look.tone(), striped);
            return;
        }
        Pen stood = look.pose().equals("leaning") ? pen.turned(0.26) : pen;
        stood.fill(Path.box(-0.9, -36, 1.8, 36), Paint.across(0xe6dccb, 0x9a8d78, -0.9, 0.9));
        pen.fill(Path.round(-4.4, -2.2, 8.8, 2.4, 1), 0x7c766d);
        canopy(stood.at(0, -28), look.tone(), striped);
    }

    /** The cloth, with its rim at the origin's height. */
    private static void canopy(Pen pen, int tone, boolean striped) {
        pen.line(0x6b4a2e, 1.4, 0, -14, 0, -18.6);
        Path cloth =
                new Path()
                        .line(-21, 0)
                        .cubic(-19, -11, -9, -16.4, 0, -16.4)
                        .cubic(9, -16.4, 19, -11, 21, 0)
                        .quad(17.4, -3.2, 13.6, 0.4)
                        .quad(9, -3, 4.6, 0.6)
                        .quad(0, -2.8, -4.6, 0.6)
                        .quad(-9, -3, -13.6, 0.4)
                        .quad(-17.4, -3.2, -21, 0)
                        .close();
        pen.body(cloth, tone);
        int other = striped ? Tone.mix(tone, 0xffffff, 0.7) : Tone.darker(tone, 0.16);
        gore(pen, other, -13.6, -4.6, -7.4, -2);
        gore(pen, other, 4.6, 13.6, 2, 7.4);
        pen.fill(
                new Path()
                        .line(-17, -3.6)
                        .quad(-13, -11.4, -5, -14.2)
                        .quad(-11, -10, -14.4, -3.4)
                        .close(),
                Paint.glaze(0xffffff, 0.25));
        int rib = Tone.darker(tone, 0.38);
        pen.bend(rib, 0.6, 0, -16.2, -11.4, -12, -13.6, 0.2);
        pen.bend(rib, 0.6, 0, -16.2, -4.4, -9, -4.6, 0.4);
        pen.bend(rib, 0.6, 0, -16.2, 4.4, -9, 4.6, 0.4);
        pen.bend(rib, 0.6, 0, -16.2, 11.4, -12, 13.6, 0.2);
    }

    private static void gore(Pen pen, int tone, double left, double right, double a, double b) {
        double outer = left < 0 ? -11.4 : 4.4;
        double inner = left < 0 ? -4.4 : 11.4;
        Path cloth =
                new Path()
                        .line(0, -16)
                        .quad(outer, left < 0 ? -12 : -9, left, 0.1)
                        .quad(a, -2.2, (left + right) / 2, -1.5)
                        .quad(b, -1.6, right, 0.2)
                        .quad(inner, left < 0 ? -9 : -12, 0, -16)
                        .close();
        pen.fill(cloth, tone);
    }
}
