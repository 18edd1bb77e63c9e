package dev.wherefore.core.scene.draw;

/** Turns a painted canvas into bytes: tint, blur, noise, rounding. */
public final class Camera {

    private static final double[] DUSK = {0.95, 0.9, 0.93};
    private static final double SHARP = 0.2;

    private Camera() {}

    /**
     * Takes the picture.
     *
     * @param canvas the painted canvas; its samples are changed
     * @param light how to take it
     * @param dusk whether the sun is low
     * @return red, green and blue of each pixel, {@code (height, width, 3)} unsigned bytes
     */
    public static byte[] take(Canvas canvas, Light light, boolean dusk) {
        float[] samples = canvas.samples();
        double sigma = light.blur() * canvas.scale();
        if (sigma > SHARP * canvas.scale()) {
            Blur.apply(samples, canvas.width(), canvas.height(), sigma);
        }
        float[] factor = new float[3];
        for (int band = 0; band < 3; band++) {
            double tint = (dusk ? DUSK[band] : 1) * (1 + light.warmth() * (1 - band));
            factor[band] = (float) (light.brightness() * tint);
        }
        float contrast = (float) light.contrast();
        byte[] bytes = new byte[samples.length];
        for (int i = 0; i < samples.length; i++) {
            float value = ((samples[i] - 128) * contrast + 128) * factor[i % 3];
            samples[i] = value;
        }
        if (light.noise() > 0) {
            grain(canvas, light);
        }
        for (int i = 0; i < samples.length; i++) {
            bytes[i] = (byte) (int) (Math.max(0, Math.min(255, samples[i])) + 0.5f);
        }
        return bytes;
    }

    /** Adds noise with a grain of one unit, mostly the same in all colours. */
    private static void grain(Canvas canvas, Light light) {
        float[] samples = canvas.samples();
        double scale = canvas.scale();
        Dice dice = new Dice(light.seed());
        double x0 = dice.below(128);
        double y0 = dice.below(128);
        float strength = (float) (light.noise() * Math.sqrt(3));
        for (int y = 0; y < canvas.height(); y++) {
            double v = (y + 0.5) / scale - 0.5 + y0;
            for (int x = 0; x < canvas.width(); x++) {
                double u = (x + 0.5) / scale - 0.5 + x0;
                float all = Texture.at(u, v);
                int i = (y * canvas.width() + x) * 3;
                samples[i] += strength * (0.8f * all + 0.6f * Texture.at(u + 31, v + 57));
                samples[i + 1] += strength * all;
                samples[i + 2] += strength * (0.8f * all + 0.6f * Texture.at(u + 83, v + 19));
            }
        }
    }
}
