package dev.wherefore.core.scene.draw;

/** Arithmetic of colours {@code 0xRRGGBB}. */
public final class Tone {

    private Tone() {}

    /**
     * Returns one band.
     *
     * @param rgb a colour
     * @param band 0 for red, 1 for green, 2 for blue
     * @return the value, 0 to 255
     */
    public static int band(int rgb, int band) {
        return rgb >> (16 - 8 * band) & 0xff;
    }

    /**
     * Returns a colour.
     *
     * @param red red, cut to 0 to 255
     * @param green green, likewise
     * @param blue blue, likewise
     * @return the colour
     */
    public static int of(double red, double green, double blue) {
        return cut(red) << 16 | cut(green) << 8 | cut(blue);
    }

    /**
     * Mixes two colours.
     *
     * @param from the colour at 0
     * @param to the colour at 1
     * @param share how much of the second, from 0 to 1
     * @return the mixture
     */
    public static int mix(int from, int to, double share) {
        return of(
                band(from, 0) + share * (band(to, 0) - band(from, 0)),
                band(from, 1) + share * (band(to, 1) - band(from, 1)),
                band(from, 2) + share * (band(to, 2) - band(from, 2)));
    }

    /**
     * Returns a colour nearer to white.
     *
     * @param rgb the colour
     * @param share how much white, from 0 to 1
     * @return the lighter one
     */
    public static int lighter(int rgb, double share) {
        return mix(rgb, 0xffffff, share);
    }

    /**
     * Returns a colour nearer to black.
     *
     * @param rgb the colour
     * @param share how much black, from 0 to 1
     * @return the darker one
     */
    public static int darker(int rgb, double share) {
        return mix(rgb, 0x0a0a14, share);
    }

    /**
     * Returns a shade a little off.
     *
     * @param rgb the colour
     * @param amount the largest change of a band, of 255
     * @param dice what decides
     * @return the shade
     */
    public static int jitter(int rgb, double amount, Dice dice) {
        double all = dice.between(-amount, amount);
        double each = amount * 0.4;
        return of(
                band(rgb, 0) + all + dice.between(-each, each),
                band(rgb, 1) + all + dice.between(-each, each),
                band(rgb, 2) + all + dice.between(-each, each));
    }

    private static int cut(double value) {
        return (int) Math.max(0, Math.min(255, value + 0.5));
    }
}
