package dev.wherefore.core.scene.draw;

import java.util.List;

/** A kite in the air: a diamond, a triangle or a fan, with a tail of bows. */
final class KiteDrawing implements Drawing {

    @Override
    public List<String> poses() {
        return List.of("diamond", "delta", "rounded");
    }

    @Override
    public double foot(String pose) {
        return 0;
    }

    @Override
    public void draw(Pen pen, Look look) {
        Pen tilted = pen.turned(look.dice().between(0.1, 0.5));
        int tone = look.tone();
        tail(tilted, tone, look.pose().equals("delta") ? 5 : 14.5);
        switch (look.pose()) {
            case "delta" -> delta(tilted, tone);
            case "rounded" -> rounded(tilted, tone);
            default -> diamond(tilted, tone);
        }
    }

    private static void diamond(Pen pen, int tone) {
        Path all = Path.polygon(0, -14.5, 11, -3, 0, 14.5, -11, -3);
        pen.body(all, tone);
        pen.fill(Path.polygon(0, -14, 10.4, -3, 0, -3), Tone.darker(tone, 0.22));
        pen.fill(Path.polygon(0, -3, 0, 13.8, -10.4, -3), Tone.lighter(tone, 0.25));
        pen.line(0x5a4632, 0.8, 0, -14.5, 0, 14.5);
        pen.line(0x5a4632, 0.8, -11, -3, 11, -3);
    }

    private static void delta(Pen pen, int tone) {
        Path all =
                new Path()
                        .line(0, -12)
                        .quad(9, -2, 18, 5)
                        .quad(8, 3, 0, 6.4)
                        .quad(-8, 3, -18, 5)
                        .quad(-9, -2, 0, -12)
                        .close();
        pen.body(all, tone);
        pen.fill(Path.polygon(0, -11, 0, 5.8, 8, 3.9), Tone.darker(tone, 0.24));
        pen.fill(Path.polygon(0, -11, 0, 5.8, -8, 3.9), Tone.lighter(tone, 0.32));
        pen.line(0x5a4632, 0.8, 0, -12, 0, 6);
    }

    private static void rounded(Pen pen, int tone) {
        Path all =
                new Path()
                        .line(0, 14.5)
                        .line(-10.5, -3)
                        .cubic(-10.5, -16, 10.5, -16, 10.5, -3)
                        .close();
        pen.body(all, tone);
        pen.fill(Path.polygon(0, 13.6, -3.6, -11.6, 3.6, -11.6), Tone.lighter(tone, 0.4));
        pen.line(0x5a4632, 0.8, -10.5, -3, 10.5, -3);
        pen.line(0x5a4632, 0.8, 0, -12.6, 0, 14.5);
    }

    private static void tail(Pen pen, int tone, double y) {
        pen.bend(0x6a5a4a, 0.7, 0, y, -7, y + 7, 6, y + 11, -2, y + 20);
        double[][] bows = {{-1.8, y + 6}, {0.6, y + 11.4}, {-0.6, y + 17}};
        for (double[] bow : bows) {
            Path wings =
                    Path.polygon(bow[0], bow[1], bow[0] - 3, bow[1] - 2, bow[0] - 3, bow[1] + 2)
                            .and(
                                    Path.polygon(
                                            bow[0],
                                            bow[1],
                                            bow[0] + 3,
                                            bow[1] - 2,
                                            bow[0] + 3,
                                            bow[1] + 2));
            pen.fill(wings, Tone.darker(tone, 0.1));
        }
    }
}
