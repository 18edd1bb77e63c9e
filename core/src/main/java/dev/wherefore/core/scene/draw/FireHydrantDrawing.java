package dev.wherefore.core.scene.draw;

import java.util.List;

/** A fire hydrant with a dome or a flat cap. */
final class FireHydrantDrawing implements Drawing {

    @Override
    public List<String> poses() {
        return List.of("domed", "flat-capped");
    }

    @Override
    public double foot(String pose) {
        return 8.5;
    }

    @Override
    public void draw(Pen pen, Look look) {
        int tone = look.tone();
        nozzle(pen, tone, -10);
        nozzle(pen, tone, 10);
        pen.body(Path.round(-7.5, -3.2, 15, 3.2, 1), tone);
        Path trunk = Path.polygon(-5.4, -20, 5.4, -20, 5.8, -3, -5.8, -3);
        pen.fill(trunk, Paint.across(Tone.lighter(tone, 0.18), Tone.darker(tone, 0.14), -5, 6));
        pen.outline(trunk, Tone.darker(tone, 0.4), 0.75);
        if (look.pose().equals("domed")) {
            Path dome = new Path().line(-6, -20).cubic(-6, -27.5, 6, -27.5, 6, -20).close();
            pen.body(dome, tone);
            pen.body(Path.round(-1.7, -28.6, 3.4, 3.2, 0.8), tone);
        } else {
            pen.body(Path.polygon(-5, -24.6, 5, -24.6, 6, -20, -6, -20), tone);
            pen.body(Path.round(-2.2, -27.4, 4.4, 3, 0.6), tone);
        }
        pen.body(Path.round(-7.4, -21.2, 14.8, 2.8, 1), tone);
        pen.body(Path.oval(0, -12.8, 3.6, 3.6), tone);
        pen.fill(Path.oval(0, -12.8, 1.7, 1.7), Parts.STEEL);
        pen.fill(Path.oval(0, -12.8, 0.8, 0.8), Parts.IRON);
        pen.line(Tone.lighter(tone, 0.5), 0.9, -3.9, -17.4, -4, -6);
    }

    private static void nozzle(Pen pen, int tone, double x) {
        double inner = x < 0 ? x + 1 : x - 6;
        pen.body(Path.box(inner, -15.2, 5, 4.6), tone);
        pen.body(Path.round(x < 0 ? x - 0.6 : x - 1.6, -16, 2.2, 6.2, 0.6), tone);
    }
}
