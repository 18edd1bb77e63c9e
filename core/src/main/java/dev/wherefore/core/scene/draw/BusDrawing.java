package dev.wherefore.core.scene.draw;

import java.util.List;

/** A bus with one deck or two. */
final class BusDrawing implements Drawing {

    @Override
    public List<String> poses() {
        return List.of("single-decker", "double-decker");
    }

    @Override
    public double foot(String pose) {
        return pose.startsWith("single") ? 31 : 26;
    }

    @Override
    public void draw(Pen pen, Look look) {
        boolean single = look.pose().startsWith("single");
        double half = single ? 31 : 25;
        double top = single ? -28 : -39;
        Path body = Path.round(-half, top, 2 * half, -top - 3, 3.5);
        pen.body(body, look.tone());
        int band =
                look.dice().chance(0.5)
                        ? Tone.lighter(look.tone(), 0.55)
                        : Tone.darker(look.tone(), 0.3);
        pen.fill(Path.box(-half + 0.5, -11, 2 * half - 1, 2.4), band);
        deck(pen, half, -25 + (single ? 0 : 1), true);
        if (!single) {
            deck(pen, half, -36.5, false);
        }
        pen.fill(Path.round(half - 11, top + 0.6, 10, 2.4, 0.8), 0x24262c);
        pen.fill(Path.box(half - 9.5, top + 1.3, 7, 1), 0xffc54a);
        pen.fill(Path.round(half - 2, -8.5, 2.4, 2.6, 1), 0xfff3c4);
        pen.fill(Path.round(-half - 0.3, -8.5, 1.8, 3, 0.8), 0xb5352f);
        pen.fill(Path.box(-half + 1, -5, 2 * half - 2, 1.6), Tone.darker(look.tone(), 0.5));
        Parts.wheel(pen, half - 12, -4.6, 4.8);
        Parts.wheel(pen, -half + 11, -4.6, 4.8);
    }

    /** A row of windows; on the lower deck the first is the windscreen, and a door follows. */
    private static void deck(Pen pen, double half, double y, boolean lower) {
        double x = -half + 2.5;
        double end = lower ? half - 18 : half - 9;
        int panes = (int) Math.round((end - x) / 9);
        double step = (end - x) / panes;
        for (int i = 0; i < panes; i++) {
            Parts.pane(pen, x + i * step, y, step - 1.3, lower ? 9.5 : 8.4);
        }
        if (lower) {
            pen.fill(Path.round(half - 17.5, y, 8.4, 19.5, 1), 0x39434d);
            Parts.pane(pen, half - 16.8, y + 0.8, 3.2, 17.6);
            Parts.pane(pen, half - 13, y + 0.8, 3.2, 17.6);
        }
        Parts.pane(pen, half - 8, y, 7.4, lower ? 12.5 : 9);
    }
}
