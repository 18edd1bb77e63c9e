package dev.wherefore.core.scene.draw;

import java.util.List;

/** A cat: round head, pointed ears, whiskers, long tail. */
final class CatDrawing implements Drawing {

    @Override
    public List<String> poses() {
        return List.of("sitting", "standing", "lying");
    }

    @Override
    public double foot(String pose) {
        return pose.equals("sitting") ? 9 : 13;
    }

    @Override
    public void draw(Pen pen, Look look) {
        boolean striped = look.dice().chance(0.4);
        switch (look.pose()) {
            case "standing" -> standing(pen, look, striped);
            case "lying" -> lying(pen, look, striped);
            default -> sitting(pen, look, striped);
        }
    }

    private static void sitting(Pen pen, Look look, boolean striped) {
        int tone = look.tone();
        tail(pen, tone, -6, -2.4, -16, -1, -16, -11, -11.5, -14);
        Path body =
                new Path()
                        .line(-8, -0.5)
                        .cubic(-10.5, -9, -5, -13, -3, -18)
                        .line(5.5, -18)
                        .cubic(7.5, -12, 8, -6, 7, -0.5)
                        .quad(0, 0.8, -8, -0.5)
                        .close();
        pen.body(body, tone);
        Path bib = new Path().line(-0.5, -17).cubic(-2, -10, 4.6, -9, 4.4, -17).close();
        pen.fill(bib, Tone.mix(tone, 0xffffff, 0.35));
        if (striped) {
            stripes(pen, tone, -7.6, -10, 0.9);
        }
        pen.body(Path.round(-1, -8, 3.4, 8, 1.6), tone);
        pen.body(Path.round(3, -8, 3.4, 8, 1.6), tone);
        head(pen.at(1.8, -21.4), tone, striped);
    }

    private static void standing(Pen pen, Look look, boolean striped) {
        int tone = look.tone();
        int far = Tone.darker(tone, 0.24);
        tail(pen, tone, -11, -12, -19, -13, -13.5, -24, -18.5, -26);
        pen.fill(Path.round(-8, -8, 3.2, 8, 1.5), far);
        pen.fill(Path.round(5, -8, 3.2, 8, 1.5), far);
        Path body =
                new Path()
                        .line(-12.5, -11)
                        .cubic(-12, -18, -4, -15, 2, -15.4)
                        .cubic(8, -16, 12.5, -14.5, 11.5, -9.5)
                        .cubic(9, -5.4, 2, -7.2, -3, -6.4)
                        .cubic(-9, -5, -12.5, -6, -12.5, -11)
                        .close();
        pen.body(body, tone);
        if (striped) {
            stripes(pen, tone, -9, -14.6, 1);
        }
        pen.body(Path.round(-11.6, -9, 3.6, 9, 1.7), tone);
        pen.body(Path.round(7.6, -9, 3.6, 9, 1.7), tone);
        pen.fill(Path.box(-11, -9.6, 2.6, 2.6), tone);
        pen.fill(Path.box(8.2, -9.6, 2.6, 2.6), tone);
        head(pen.at(11, -18.2), tone, striped);
    }

    private static void lying(Pen pen, Look look, boolean striped) {
        int tone = look.tone();
        Path body =
                new Path()
                        .line(-15, -4)
                        .cubic(-15.5, -14.5, -4, -14.5, 3, -12.5)
                        .cubic(11, -11.5, 14.5, -6, 14, -0.6)
                        .line(-12, 0)
                        .quad(-15, -0.5, -15, -4)
                        .close();
        pen.body(body, tone);
        if (striped) {
            stripes(pen, tone, -11, -12.5, 1.1);
        }
        tail(pen, tone, -13, -2.6, -8, 0.6, 0, -2.6, 5, -2);
        pen.body(Path.round(8, -3.4, 9, 3.4, 1.6), tone);
        head(pen.at(9, -12), tone, striped);
    }

    private static void stripes(Pen pen, int tone, double x, double y, double width) {
        int dark = Tone.darker(tone, 0.4);
        for (int i = 0; i < 3; i++) {
            pen.bend(
                    dark,
                    width,
                    x + i * 3.8,
                    y,
                    x + i * 3.8 + 1.6,
                    y + 2.4,
                    x + i * 3.8 + 0.6,
                    y + 4.8);
        }
    }

    private static void tail(Pen pen, int tone, double... bend) {
        pen.bend(Tone.darker(tone, 0.42), 3.7, bend);
        pen.bend(tone, 2.4, bend);
    }

    private static void head(Pen pen, int tone, boolean striped) {
        for (int side = -1; side <= 1; side += 2) {
            Pen half = pen.scaled(side, 1);
            half.body(Path.polygon(1, -4, 6.4, -9.8, 6.9, -1), tone);
            half.fill(Path.polygon(3.2, -4.4, 5.8, -7.6, 6, -3), 0xe6a0a0);
        }
        pen.body(Path.oval(0, 0, 7.4, 6.2), tone);
        if (striped) {
            pen.line(Tone.darker(tone, 0.4), 0.8, 0, -5.4, 0, -3.2);
            pen.line(Tone.darker(tone, 0.4), 0.8, -2, -5.2, -1.6, -3.4);
            pen.line(Tone.darker(tone, 0.4), 0.8, 2, -5.2, 1.6, -3.4);
        }
        pen.fill(Path.oval(0, 2.6, 3.4, 2.6), Tone.mix(tone, 0xffffff, 0.4));
        int whisker = Tone.band(tone, 1) < 110 ? 0xe8e4dc : 0x6b6660;
        for (int side = -1; side <= 1; side += 2) {
            Pen half = pen.scaled(side, 1);
            half.fill(Path.oval(3, -0.8, 1.7, 1.7), 0xb7d96a);
            half.fill(Path.oval(3, -0.8, 0.7, 1.5), Parts.EYE);
            half.line(whisker, 0.35, 3, 2.4, 9.6, 1.2);
            half.line(whisker, 0.35, 3, 3, 9.4, 3.8);
        }
        pen.fill(Path.polygon(-1.1, 1, 1.1, 1, 0, 2.3), 0xc96a70);
    }
}
