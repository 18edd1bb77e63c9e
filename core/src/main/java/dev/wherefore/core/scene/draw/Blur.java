package dev.wherefore.core.scene.draw;

/** A Gaussian blur, first along the rows, then along the columns; edges are repeated. */
final class Blur {

    private Blur() {}

    /** Blurs samples {@code (height, width, 3)} in place; the deviation is in pixels. */
    static void apply(float[] samples, int width, int height, double sigma) {
        float[] kernel = kernel(sigma);
        float[] half = new float[samples.length];
        pass(samples, half, width, height, 3, width * 3, kernel);
        pass(half, samples, height, width, width * 3, 3, kernel);
    }

    /** Blurs along lines of {@code length} pixels that are {@code step} samples apart. */
    private static void pass(
            float[] from,
            float[] to,
            int length,
            int lines,
            int step,
            int lineStep,
            float[] kernel) {
        int radius = kernel.length / 2;
        for (int line = 0; line < lines; line++) {
            for (int at = 0; at < length; at++) {
                float red = 0;
                float green = 0;
                float blue = 0;
                for (int k = -radius; k <= radius; k++) {
                    int i = line * lineStep + Math.max(0, Math.min(length - 1, at + k)) * step;
                    red += kernel[k + radius] * from[i];
                    green += kernel[k + radius] * from[i + 1];
                    blue += kernel[k + radius] * from[i + 2];
                }
                int i = line * lineStep + at * step;
                to[i] = red;
                to[i + 1] = green;
                to[i + 2] = blue;
            }
        }
    }

    private static float[] kernel(double sigma) {
        int radius = (int) Math.ceil(2.5 * sigma);
        double[] weights = new double[2 * radius + 1];
        double sum = 0;
        for (int i = -radius; i <= radius; i++) {
            weights[i + radius] = StrictMath.exp(-i * i / (2 * sigma * sigma));
            sum += weights[i + radius];
        }
        float[] kernel = new float[weights.length];
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = (float) (weights[i] / sum);
        }
        return kernel;
    }
}
