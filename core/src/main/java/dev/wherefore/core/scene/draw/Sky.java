package dev.wherefore.core.scene.draw;

/** The sky: a gradient, clouds, the sun or the moon, and what stands far off at its foot. */
final class Sky {

    private static final int[][] DAYS = {
        {0x5aa9e6, 0xd6eefb},
        {0x7cc0ec, 0xf0f7fa},
        {0x8fb3cc, 0xdfe6ea},
        {0x4f94d4, 0xbfe0f4},
        {0xa9bcc9, 0xe6e9ea}
    };
    private static final int[][] DUSKS = {
        {0x4a4a8a, 0xf6a878}, {0x5b4b8f, 0xf2b7a0}, {0x35477d, 0xe8b48c}, {0x6a5a9a, 0xf9cf9a}
    };

    private final Canvas canvas;
    private final Pen pen;
    private final double horizon;
    private final boolean dusk;
    private final Dice dice;
    private final int haze;

    Sky(Canvas canvas, double horizon, boolean dusk, Dice dice) {
        this.canvas = canvas;
        this.pen = canvas.pen();
        this.horizon = horizon;
        this.dusk = dusk;
        this.dice = dice;
        int[][] choices = dusk ? DUSKS : DAYS;
        int[] colours = choices[dice.below(choices.length)];
        this.haze = colours[1];
        Path all = Path.box(-1, -1, canvas.wide() + 2, horizon + 3);
        pen.fill(all, Paint.down(colours[0], colours[1], 0, horizon));
        light();
        int clouds = dice.below(5);
        for (int i = 0; i < clouds; i++) {
            cloud(dice.between(-5, canvas.wide() + 5), dice.between(5, horizon * 0.75));
        }
    }

    /** The colour at the horizon, for what is far away. */
    int haze() {
        return haze;
    }

    private void light() {
        double x = dice.between(10, canvas.wide() - 10);
        if (!dice.chance(0.5)) {
            return;
        }
        if (dusk && dice.chance(0.5)) {
            double y = dice.between(10, horizon * 0.5);
            pen.fill(Path.oval(x, y, 4.5, 4.5), 0xf4f0dd);
            pen.fill(Path.oval(x + 1.8, y - 1, 3.8, 3.8), Paint.glaze(0x55558f, 0.85));
            for (int i = 0; i < 10; i++) {
                double sx = dice.between(0, canvas.wide());
                pen.fill(Path.oval(sx, dice.between(1, horizon * 0.5), 0.5, 0.5), 0xf4f0dd);
            }
        } else {
            double y = dusk ? horizon - dice.between(2, 9) : dice.between(9, horizon * 0.5);
            int sun = dusk ? 0xffe3a8 : 0xfff6c9;
            pen.fill(Path.oval(x, y, 13, 13), Paint.glaze(sun, 0.16));
            pen.fill(Path.oval(x, y, 9.5, 9.5), Paint.glaze(sun, 0.25));
            pen.fill(Path.oval(x, y, 6.2, 6.2), sun);
        }
    }

    private void cloud(double x, double y) {
        double size = dice.between(0.6, 1.5);
        int tone = dusk ? Tone.mix(haze, 0x8a6a8a, 0.35) : 0xffffff;
        Path puffs = Path.round(-11 * size, -2.4 * size, 22 * size, 4.8 * size, 2.4 * size);
        for (int i = 0; i < 4; i++) {
            double px = (-7.5 + i * 5) * size;
            double r = dice.between(2.6, 4.6) * size;
            puffs.and(Path.oval(px, -1.6 * size - r * 0.35, r * 1.15, r));
        }
        pen.at(x, y).fill(puffs, Paint.glaze(tone, dice.between(0.45, 0.85)));
    }

    /** Draws hills at the horizon, the farther ones paler. */
    void hills(int tone) {
        int ranges = 1 + dice.below(2);
        for (int i = 0; i < ranges; i++) {
            double rise = dice.between(6, 18) * (ranges - i) / ranges;
            int shade = Tone.mix(tone, haze, 0.72 - 0.28 * i);
            Path hills = new Path().line(-2, horizon + 2);
            double x = -2;
            double y = horizon - dice.between(1, rise);
            hills.line(x, y);
            while (x < canvas.wide() + 2) {
                double step = dice.between(18, 42);
                double next = horizon - dice.between(0, rise);
                hills.cubic(x + step * 0.4, y, x + step * 0.6, next, x + step, next);
                x += step;
                y = next;
            }
            hills.line(x, horizon + 2).close();
            pen.fill(hills, Paint.down(Tone.lighter(shade, 0.08), shade, horizon - rise, horizon));
        }
    }

    /** Draws mountains with white tops. */
    void mountains(int tone) {
        double x = -10;
        while (x < canvas.wide() + 10) {
            double half = dice.between(14, 28);
            double rise = dice.between(10, 26);
            int shade = Tone.mix(tone, haze, dice.between(0.35, 0.6));
            double peak = x + half * dice.between(0.8, 1.2);
            double top = horizon - rise;
            pen.fill(Path.polygon(x, horizon + 2, peak, top, x + 2 * half, horizon + 2), shade);
            pen.fill(
                    Path.polygon(
                            peak, top, x + 2 * half, horizon + 2, peak + half * 0.2, horizon + 2),
                    Tone.darker(shade, 0.1));
            double l = peak - (peak - x) * 0.32;
            double r = peak + (x + 2 * half - peak) * 0.32;
            double y = top + rise * 0.32;
            pen.fill(
                    Path.polygon(
                            peak,
                            top,
                            r,
                            y,
                            peak + half * 0.12,
                            y - rise * 0.06,
                            peak,
                            y + rise * 0.08,
                            peak - half * 0.12,
                            y - rise * 0.04,
                            l,
                            y),
                    Tone.mix(0xffffff, haze, 0.25));
            x += half * dice.between(0.9, 1.6);
        }
    }

    /** Draws a town far away: pale blocks side by side, some with lit windows. */
    void skyline() {
        double x = -4;
        while (x < canvas.wide() + 2) {
            double width = dice.between(7, 17);
            double rise = dice.between(8, 30);
            int shade =
                    Tone.mix(
                            dice.tone(0x6f7d8e, 0x8a8088, 0x7b8a8a, 0x9a8f86),
                            haze,
                            dice.between(0.42, 0.62));
            pen.fill(
                    Path.box(x, horizon - rise, width, rise + 2),
                    Paint.down(shade, Tone.mix(shade, haze, 0.3), horizon - rise, horizon));
            int window = dusk ? 0xffdf9a : Tone.lighter(shade, 0.3);
            for (double wy = horizon - rise + 2.4; wy < horizon - 3; wy += 3.6) {
                for (double wx = x + 1.6; wx < x + width - 1.8; wx += 2.8) {
                    if (dice.chance(dusk ? 0.35 : 0.7)) {
                        pen.fill(Path.box(wx, wy, 1.2, 1.8), Paint.glaze(window, 0.6));
                    }
                }
            }
            x += width + dice.between(-0.5, 1.5);
        }
    }
}
