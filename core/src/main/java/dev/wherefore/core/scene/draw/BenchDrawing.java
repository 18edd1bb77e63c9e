package dev.wherefore.core.scene.draw;

import java.util.List;

/** A bench with a back of laths or boards, or without a back. */
final class BenchDrawing implements Drawing {

    @Override
    public List<String> poses() {
        return List.of("laths", "boards", "backless");
    }

    @Override
    public double foot(String pose) {
        return 18;
    }

    @Override
    public void draw(Pen pen, Look look) {
        boolean back = !look.pose().equals("backless");
        double seat = back ? -9 : -11;
        double[] legs = {-14.5, 14.5};
        for (double x : legs) {
            pen.line(Parts.IRON, 2.2, x - 1.5, -0.6, x - 0.5, seat + 1);
            pen.line(Parts.IRON, 1.8, x + 2.2, -1.8, x + 1, seat + 1);
            if (back) {
                pen.line(Parts.IRON, 1.8, x, seat, x, -20);
            }
        }
        if (look.pose().equals("laths")) {
            lath(pen, look, -20.6, 2.9, 17.5);
            lath(pen, look, -16.9, 2.9, 17.5);
            lath(pen, look, -13.2, 2.9, 17.5);
        } else if (back) {
            lath(pen, look, -20.8, 8.6, 17);
        }
        lath(pen, look, seat, 2.6, 18.5);
        lath(pen, look, seat + 2.2, 2.6, 19);
        if (back) {
            for (double x : legs) {
                pen.bend(Parts.IRON, 1.7, x + 0.8, -14, x + 3.8, -14.5, x + 3.4, -8);
            }
        } else {
            pen.line(Parts.IRON, 1.6, -14, -4.5, 14, -4.5);
        }
    }

    private static void lath(Pen pen, Look look, double y, double height, double half) {
        Path board = Path.round(-half, y, 2 * half, height, 0.8);
        pen.fill(board, Paint.down(Tone.lighter(look.tone(), 0.1), look.tone(), y, y + height));
        double edge = y + height - 0.3;
        pen.line(Tone.darker(look.tone(), 0.4), 0.6, -half + 0.5, edge, half - 0.5, edge);
        double x = look.dice().between(-half + 3, half - 10);
        pen.line(Tone.darker(look.tone(), 0.2), 0.5, x, y + height / 2, x + 7, y + height / 2);
    }
}
