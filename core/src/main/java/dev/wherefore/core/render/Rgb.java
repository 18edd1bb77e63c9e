package dev.wherefore.core.render;

/** Arithmetic on colours {@code 0xRRGGBB}. */
final class Rgb {

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
