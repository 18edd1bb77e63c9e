package dev.wherefore.core.scene.draw;

/** A paint as the pixels see it. */
final class Shade {

    private final float alpha;
    private final float[] from = new float[3];
    private final float[] step = new float[3];
    private final double alongX;
    private final double alongY;
    private final double offset;

    Shade(Paint paint, Affine map) {
        alpha = (float) paint.alpha();
        double x0 = map.x(paint.x0(), paint.y0());
        double y0 = map.y(paint.x0(), paint.y0());
        double dx = map.x(paint.x1(), paint.y1()) - x0;
        double dy = map.y(paint.x1(), paint.y1()) - y0;
        double square = dx * dx + dy * dy;
        alongX = square == 0 ? 0 : dx / square;
        alongY = square == 0 ? 0 : dy / square;
        offset = (0.5 - x0) * alongX + (0.5 - y0) * alongY;
        for (int i = 0; i < 3; i++) {
            from[i] = Tone.band(paint.from(), i);
            step[i] = Tone.band(paint.to(), i) - from[i];
        }
    }

    float alpha() {
        return alpha;
    }

    /** Where a pixel's centre lies between the first colour, 0, and the second, 1. */
    float place(int x, int y) {
        double t = x * alongX + y * alongY + offset;
        return t <= 0 ? 0 : t >= 1 ? 1 : (float) t;
    }

    float red(float place) {
        return from[0] + place * step[0];
    }

    float green(float place) {
        return from[1] + place * step[1];
    }

    float blue(float place) {
        return from[2] + place * step[2];
    }
}
