package dev.wherefore.core.scene.draw;

/** Smooth noise: random values on a lattice, with straight lines between them. Same everywhere. */
final class Texture {

    private static final int SIZE = 128;
    private static final float[] LATTICE = lattice();

    private Texture() {}

    /** Returns the noise at a place, from -1 to 1; it repeats after 128 cells. */
    static float at(double x, double y) {
        double fx = Math.floor(x);
        double fy = Math.floor(y);
        int x0 = (int) fx & SIZE - 1;
        int y0 = ((int) fy & SIZE - 1) * SIZE;
        int x1 = x0 + 1 & SIZE - 1;
        int y1 = y0 + SIZE & SIZE * SIZE - 1;
        float u = (float) (x - fx);
        float v = (float) (y - fy);
        float upper = LATTICE[y0 + x0] + u * (LATTICE[y0 + x1] - LATTICE[y0 + x0]);
        float lower = LATTICE[y1 + x0] + u * (LATTICE[y1 + x1] - LATTICE[y1 + x0]);
        return upper + v * (lower - upper);
    }

    /** Makes a strip of the picture uneven: from a height to another, in units. */
    static void roughen(Canvas canvas, double top, double bottom, double strength, Dice dice) {
        float[] samples = canvas.samples();
        double x0 = dice.below(SIZE);
        double y0 = dice.below(SIZE);
        double scale = canvas.scale();
        int first = (int) Math.max(0, Math.ceil(top * scale - 0.5));
        int last = (int) Math.min(canvas.height(), Math.ceil(bottom * scale - 0.5));
        for (int y = first; y < last; y++) {
            double v = (y + 0.5) / scale;
            for (int x = 0; x < canvas.width(); x++) {
                double u = (x + 0.5) / scale;
                double rough =
                        at(x0 + u * 0.09, y0 + v * 0.22) + 0.6 * at(x0 + u * 0.55, y0 + v * 0.9);
                float change = (float) (strength * rough);
                int i = (y * canvas.width() + x) * 3;
                samples[i] += change;
                samples[i + 1] += change;
                samples[i + 2] += change;
            }
        }
    }

    private static float[] lattice() {
        Dice dice = new Dice(20170207);
        float[] values = new float[SIZE * SIZE];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) dice.between(-1, 1);
        }
        return values;
    }
}
