package dev.wherefore.core.scene.draw;

/** What several sceneries lay on the ground: water, a road, and small things that are no object. */
final class Surface {

    private final Canvas canvas;
    private final Pen pen;
    private final Ground ground;
    private final boolean dusk;
    private final Dice dice;

    Surface(Canvas canvas, Ground ground, boolean dusk, Dice dice) {
        this.canvas = canvas;
        this.pen = canvas.pen();
        this.ground = ground;
        this.dusk = dusk;
        this.dice = dice;
    }

    /** Fills everything below the horizon. */
    void floor(int far, int near, double roughness) {
        double from = ground.shore();
        strip(from, canvas.high() + 1, Paint.down(far, near, from, canvas.high()));
        Texture.roughen(canvas, from, canvas.high(), roughness, dice);
    }

    /** Fills the water, if there is any, with glints on it. */
    void water(int haze, int deep) {
        if (!ground.water()) {
            return;
        }
        double top = ground.horizon();
        double bottom = ground.shore();
        int tone = dusk ? Tone.mix(deep, 0x51507c, 0.5) : deep;
        strip(top, bottom + 0.6, Paint.down(Tone.mix(tone, haze, 0.45), tone, top, bottom));
        for (int i = 0; i < 26; i++) {
            double x = dice.between(-4, canvas.wide());
            double y = dice.between(top + 1, bottom - 1);
            double length = dice.between(2, 4 + (y - top) * 0.5);
            pen.line(
                    Tone.mix(tone, dusk ? 0xffd9b0 : 0xffffff, dice.between(0.15, 0.5)),
                    0.6,
                    x,
                    y,
                    x + length,
                    y);
        }
    }

    /** Fills the road, if there is one, with dashes along its middle. */
    void road(int tone, int edge, int dash, double roughness) {
        if (!ground.road()) {
            return;
        }
        double top = ground.roadTop();
        double bottom = ground.roadBottom();
        strip(top - 1.4, bottom + 1.6, Paint.solid(edge));
        strip(top, bottom, Paint.down(Tone.lighter(tone, 0.08), tone, top, bottom));
        double middle = (top + bottom) / 2 - 0.6;
        double step = dice.between(14, 20);
        for (double x = dice.between(-14, 0); x < canvas.wide(); x += step) {
            Path mark =
                    Path.polygon(
                            x + 0.7, middle, x + 7.7, middle, x + 7, middle + 1.5, x, middle + 1.5);
            pen.fill(mark, Paint.glaze(dash, 0.8));
        }
        Texture.roughen(canvas, top, bottom, roughness, dice);
    }

    /** Fills from edge to edge. */
    void strip(double top, double bottom, Paint paint) {
        pen.fill(Path.box(-1, top, canvas.wide() + 2, bottom - top), paint);
    }

    /** Draws tufts of grass off the road. */
    void tufts(int count, int tone) {
        for (int i = 0; i < count; i++) {
            double y = open();
            double x = dice.between(0, canvas.wide());
            double size = size(y) * dice.between(0.7, 1.3);
            int shade = Tone.jitter(tone, 14, dice);
            pen.line(shade, 0.8 * size, x, y, x - 1.6 * size, y - 2.8 * size);
            pen.line(shade, 0.8 * size, x, y, x, y - 3.6 * size);
            pen.line(shade, 0.8 * size, x, y, x + 1.6 * size, y - 2.6 * size);
        }
    }

    /** Draws small round things off the road: flowers, pebbles, shells. */
    void dots(int count, double radius, int... tones) {
        for (int i = 0; i < count; i++) {
            double y = open();
            double x = dice.between(0, canvas.wide());
            double size = size(y) * radius * dice.between(0.7, 1.3);
            int tone = dice.tone(tones);
            pen.fill(
                    Path.oval(x, y + size * 0.4, size * 1.15, size * 0.6),
                    Paint.glaze(0x20242c, 0.22));
            pen.fill(
                    Path.oval(x, y, size, size * 0.75),
                    Paint.down(Tone.lighter(tone, 0.2), tone, y - size, y + size));
        }
    }

    /** Draws a stone. */
    void stones(int count, int tone) {
        for (int i = 0; i < count; i++) {
            double y = open();
            double x = dice.between(0, canvas.wide());
            double s = size(y) * dice.between(0.8, 1.6);
            canvas.shadow(x, y, 4.4 * s, 1.5 * s, 0.3);
            Path stone =
                    new Path()
                            .line(x - 3.4 * s, y)
                            .cubic(x - 3.6 * s, y - 4 * s, x + 1.4 * s, y - 4.4 * s, x + 3.4 * s, y)
                            .close();
            pen.fill(
                    stone,
                    Paint.down(Tone.lighter(tone, 0.25), Tone.darker(tone, 0.2), y - 3.4 * s, y));
        }
    }

    /** Draws a fence across the picture. */
    void fence(double y, int tone, double rise) {
        pen.line(tone, 0.9, -1, y - rise * 0.75, canvas.wide() + 1, y - rise * 0.75);
        pen.line(tone, 0.9, -1, y - rise * 0.35, canvas.wide() + 1, y - rise * 0.35);
        double step = dice.between(5, 9);
        for (double x = dice.between(0, 5); x < canvas.wide(); x += step) {
            pen.fill(
                    Path.polygon(
                            x,
                            y,
                            x,
                            y - rise,
                            x + 0.8,
                            y - rise - 1,
                            x + 1.6,
                            y - rise,
                            x + 1.6,
                            y),
                    tone);
        }
    }

    /** Draws a lamp post. */
    void lamp(double x, double y) {
        double s = size(y);
        int iron = 0x4a5058;
        Pen at = pen.at(x, y).scaled(dice.chance(0.5) ? s : -s, s);
        at.line(iron, 1.3, 0, 0, 0, -46);
        at.bend(iron, 1.2, 0, -46, 0, -50, 5, -50);
        if (dusk) {
            at.fill(Path.oval(6.4, -48, 7, 7), Paint.glaze(0xffe2a0, 0.28));
        }
        at.fill(Path.round(4, -50.6, 5.4, 2.2, 1), iron);
        at.fill(Path.box(4.6, -48.6, 4.2, 1), dusk ? 0xfff0c0 : 0xe9eef0);
    }

    /** A height on the ground off the road. */
    double open() {
        double y = dice.between(ground.shore() + 2, canvas.high());
        boolean on = ground.road() && y > ground.roadTop() - 2 && y < ground.roadBottom() + 3;
        return on ? dice.between(ground.roadBottom() + 3, canvas.high() + 4) : y;
    }

    private double size(double y) {
        return 0.6 + 0.6 * (y - ground.horizon()) / (canvas.high() - ground.horizon());
    }
}
