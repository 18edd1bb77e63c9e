package dev.wherefore.core.scene.draw;

import java.util.List;

/** A bicycle with a low frame or a straight one. */
final class BicycleDrawing implements Drawing {

    @Override
    public List<String> poses() {
        return List.of("city", "sports");
    }

    @Override
    public double foot(String pose) {
        return 19;
    }

    @Override
    public void draw(Pen pen, Look look) {
        wheel(pen, -11.5);
        wheel(pen, 11.5);
        boolean city = look.pose().equals("city");
        int edge = Tone.darker(look.tone(), 0.4);
        frame(pen, edge, 3.5, city);
        frame(pen, look.tone(), 2.5, city);
        guard(pen, look.tone(), -11.5);
        guard(pen, look.tone(), 11.5);
        pen.fill(Path.oval(-1, -8.2, 2.5, 2.5), Parts.IRON);
        pen.line(Parts.IRON, 1.3, -1, -8.2, 1.2, -4.4, 2.8, -4.4);
        pen.line(0x2f2a2a, 2.4, -8, -22.4, -3.6, -22.4);
        if (city) {
            pen.line(Parts.IRON, 1.5, 7.8, -19.5, 7.2, -24, 3.6, -24.6);
            Path basket = Path.polygon(9.5, -22, 17, -22, 16, -15.6, 10.5, -15.6);
            pen.fill(basket, 0xb98a52);
            pen.line(0x8a6234, 0.6, 10, -19.6, 16.6, -19.6);
            pen.line(0x8a6234, 0.6, 10.2, -17.6, 16.2, -17.6);
        } else {
            pen.line(Parts.IRON, 1.5, 7.4, -21.5, 10.6, -22);
            pen.bend(Parts.IRON, 1.5, 10.6, -22, 14.5, -21, 10.4, -18.2);
        }
    }

    private static void wheel(Pen pen, double x) {
        pen.fill(ring(x, 9.3, 7.1), Parts.TYRE);
        pen.fill(ring(x, 7.3, 6.5), 0xc3c9cf);
        for (int i = 0; i < 4; i++) {
            double dx = 6.8 * StrictMath.cos(0.4 + i * Math.PI / 4);
            double dy = 6.8 * StrictMath.sin(0.4 + i * Math.PI / 4);
            pen.line(0xa7aeb5, 0.35, x - dx, -9.2 - dy, x + dx, -9.2 + dy);
        }
        pen.fill(Path.oval(x, -9.2, 1.3, 1.3), Parts.IRON);
    }

    private static Path ring(double x, double outer, double inner) {
        return Path.oval(x, -9.2, outer, outer).without(Path.oval(x, -9.2, inner, inner));
    }

    private static void guard(Pen pen, int tone, double x) {
        double[] arc = new double[18];
        for (int i = 0; i < 9; i++) {
            double angle = -2.75 + i * 0.25;
            arc[2 * i] = x + 9.6 * StrictMath.cos(angle);
            arc[2 * i + 1] = -9.2 + 9.6 * StrictMath.sin(angle);
        }
        pen.line(Tone.darker(tone, 0.4), 2.7, arc);
        pen.line(tone, 1.9, arc);
    }

    private static void frame(Pen pen, int tone, double width, boolean city) {
        pen.line(tone, width, -11.5, -9.2, -1, -8.2, -5.4, -20, -11.5, -9.2);
        if (city) {
            pen.bend(tone, width, -1, -8.2, 4, -9, 7.6, -18);
        } else {
            pen.line(tone, width, -1, -8.2, 7.4, -18, -4.8, -18.4);
        }
        pen.line(tone, width, -5.4, -20, -6, -21.6);
        pen.line(tone, width, 7.2, -20.8, 11.5, -9.2);
    }
}
