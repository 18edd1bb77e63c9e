package dev.wherefore.core.scene.draw;

import java.util.List;

/** A tree: broad, conical, a palm or a birch. Its colour is that of its leaves. */
final class TreeDrawing implements Drawing {

    private static final int BARK = 0x7a5636;

    @Override
    public List<String> poses() {
        return List.of("round", "pine", "palm", "birch");
    }

    @Override
    public double foot(String pose) {
        return 11;
    }

    @Override
    public void draw(Pen pen, Look look) {
        switch (look.pose()) {
            case "pine" -> pine(pen, look);
            case "palm" -> palm(pen, look);
            case "birch" -> birch(pen, look);
            default -> round(pen, look);
        }
    }

    private static void round(Pen pen, Look look) {
        Path trunk =
                new Path()
                        .line(-4.2, 0)
                        .quad(-2.2, -8, -2.4, -24)
                        .line(2.4, -24)
                        .quad(2.2, -8, 4.2, 0)
                        .close();
        pen.fill(trunk, Paint.across(Tone.lighter(BARK, 0.15), Tone.darker(BARK, 0.3), -3, 3));
        pen.line(Tone.darker(BARK, 0.1), 1.6, 0, -18, 6, -26);
        double[][] puffs = {
            {-9, -29, 10},
            {9, -28, 10},
            {0, -25, 9},
            {-6, -40, 11},
            {7, -40, 10.5},
            {0, -47, 9.5},
            {0, -35, 12}
        };
        crown(pen, look, puffs);
    }

    private static void crown(Pen pen, Look look, double[][] puffs) {
        Path all = new Path();
        for (double[] puff : puffs) {
            puff[0] += look.dice().between(-1.5, 1.5);
            puff[1] += look.dice().between(-1.5, 1.5);
            all.and(Path.oval(puff[0], puff[1], puff[2], puff[2]));
        }
        int tone = look.tone();
        pen.outline(all, Tone.darker(tone, 0.42), 1.4);
        pen.fill(all, Paint.down(Tone.lighter(tone, 0.06), Tone.darker(tone, 0.36), -54, -18));
        for (double[] puff : puffs) {
            Path light = Path.oval(puff[0] - 1.6, puff[1] - 2.4, puff[2] * 0.66, puff[2] * 0.6);
            pen.fill(light, Paint.glaze(Tone.lighter(tone, 0.22), 0.34));
        }
        for (int i = 0; i < 9; i++) {
            double x = look.dice().between(-11, 11);
            double y = look.dice().between(-48, -26);
            pen.fill(Path.oval(x, y, 1.2, 0.9), Paint.glaze(Tone.lighter(tone, 0.35), 0.5));
        }
    }

    private static void pine(Pen pen, Look look) {
        pen.fill(
                Path.box(-2.4, -9, 4.8, 9),
                Paint.across(Tone.lighter(BARK, 0.1), Tone.darker(BARK, 0.3), -2, 2));
        int tone = Tone.mix(look.tone(), 0x1d5a46, 0.6);
        for (int i = 0; i < 4; i++) {
            double base = -7 - i * 12;
            double half = 18 - i * 3.6;
            double tip = base - 21 + i * 1.5;
            Path tier =
                    new Path()
                            .line(-half, base)
                            .quad(-half * 0.35, base - 6, 0, tip)
                            .quad(half * 0.35, base - 6, half, base)
                            .quad(half * 0.5, base + 2.6, 0, base + 2.2)
                            .quad(-half * 0.5, base + 2.6, -half, base)
                            .close();
            pen.fill(
                    tier,
                    Paint.across(
                            Tone.lighter(tone, 0.16),
                            Tone.darker(tone, 0.3),
                            -half * 0.7,
                            half * 0.8));
            pen.outline(tier, Tone.darker(tone, 0.4), 0.7);
        }
    }

    private static void palm(Pen pen, Look look) {
        double lean = look.dice().between(2, 8);
        Path trunk =
                new Path()
                        .line(-3, 0)
                        .cubic(-2.2, -16, lean - 4, -30, lean - 1.6, -42)
                        .line(lean + 1.8, -42)
                        .cubic(lean, -28, 2, -14, 3, 0)
                        .close();
        pen.fill(trunk, Paint.across(0xb08658, 0x7d5a38, -3, 5));
        for (int i = 1; i < 8; i++) {
            double y = -i * 5.2;
            double x = lean * i * i / 66.0;
            pen.line(0x6d4c2f, 0.6, x - 2.2, y, x + 2.2, y - 0.6);
        }
        double[] angles = {-3.05, -2.55, -2.0, -1.1, -0.55, -0.08, -3.5, 0.35};
        for (double angle : angles) {
            frond(pen.at(lean, -43), look.tone(), angle);
        }
        pen.fill(Path.oval(lean - 1.6, -41.4, 1.7, 1.7), 0x6b4526);
        pen.fill(Path.oval(lean + 1.6, -41, 1.7, 1.7), 0x7d5230);
    }

    private static void frond(Pen pen, int tone, double angle) {
        double dx = StrictMath.cos(angle);
        double dy = StrictMath.sin(angle);
        double x = 19 * dx;
        double y = 15 * dy + 6;
        Path leaf =
                new Path()
                        .line(-0.5, 0)
                        .quad(10 * dx, 15 * dy - 5, x, y)
                        .quad(9 * dx + 1.5, 12 * dy + 3.6, 0.5, 1.4)
                        .close();
        pen.fill(leaf, Tone.mix(tone, 0x3f9a3c, 0.3));
        pen.outline(leaf, Tone.darker(tone, 0.45), 0.6);
        pen.bend(Tone.lighter(tone, 0.3), 0.5, 0, 0.5, 10 * dx, 14 * dy - 2.5, x * 0.9, y * 0.9);
    }

    private static void birch(Pen pen, Look look) {
        pen.fill(
                Path.polygon(-2.5, 0, -1.7, -34, 1.7, -34, 2.5, 0),
                Paint.across(0xf7f5ef, 0xc9c6bd, -2, 2.4));
        for (int i = 0; i < 6; i++) {
            double y = -3 - i * 4;
            double x = i % 2 == 0 ? -2.1 : 0.4;
            pen.line(0x3c3a38, 0.8, x, y, x + 1.6, y - 0.3);
        }
        int tone = Tone.mix(look.tone(), 0xb5cf4a, 0.35);
        double[][] puffs = {
            {-5, -26, 7},
            {5.5, -27, 7},
            {-6.5, -36, 7.5},
            {6, -37, 7.5},
            {0, -47, 7.5},
            {0, -40, 8},
            {0, -30, 7}
        };
        crown(pen, new Look(look.pose(), tone, look.dice()), puffs);
        pen.line(0xe9e6de, 1, 0, -30, 0.4, -39);
    }
}
