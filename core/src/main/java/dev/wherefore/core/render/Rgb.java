package dev.wherefore.core.render;

/** Arithmetic on colours {@code 0xRRGGBB}. */
final class Rgb {

    private static final double FLARE = 0.05;

    private Rgb() {}

    static int of(int red, int green, int blue) {
        return red << 16 | green << 8 | blue;
    }

    static int red(int rgb) {
        return rgb >> 16 & 0xff;
    }

    static int green(int rgb) {
        return rgb >> 8 & 0xff;
    }

    static int blue(int rgb) {
        return rgb & 0xff;
    }

    /** Returns the nearest number in 0 to 255. */
    static int clip(int channel) {
        return Math.min(Math.max(channel, 0), 255);
    }

    /** Returns the brightness after ITU-R BT.601, in [0, 255]. */
    static float luma(int rgb) {
        return 0.299f * red(rgb) + 0.587f * green(rgb) + 0.114f * blue(rgb);
    }

    /** Returns the contrast of two colours after WCAG 2, from 1 for equal ones to 21. */
    static double contrast(int one, int other) {
        double first = luminance(one) + FLARE;
        double second = luminance(other) + FLARE;
        return Math.max(first, second) / Math.min(first, second);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(red(rgb)) + 0.7152 * linear(green(rgb)) + 0.0722 * linear(blue(rgb));
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /** Returns {@code under} covered by {@code over}: 0 leaves it as it is, 1 hides it. */
    static int mix(int under, int over, float alpha) {
        return of(
                mixChannel(red(under), red(over), alpha),
                mixChannel(green(under), green(over), alpha),
                mixChannel(blue(under), blue(over), alpha));
    }

    /** Returns a colour moved towards the grey of the same brightness: 0 leaves it, 1 greys it. */
    static int greyed(int rgb, float amount) {
        int grey = Math.round(luma(rgb));
        return mix(rgb, of(grey, grey, grey), amount);
    }

    private static int mixChannel(int under, int over, float alpha) {
        return clip(Math.round(under + (over - under) * alpha));
    }
}
