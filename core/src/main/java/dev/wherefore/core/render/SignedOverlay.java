package dev.wherefore.core.render;

import dev.wherefore.core.image.Plane;
import java.awt.image.BufferedImage;

/**
 * A signed map in [−1, 1] over its picture: what speaks against in one colour, what speaks for in
 * another, the picture itself where the map is 0. Each pixel is covered by {@code opacity ·
 * |value|^gamma} of the value's colour. Since 0 is the picture itself here and not the colour map's
 * pale middle, the colours of weak values are taken a little further out. NaN is drawn as 0, values
 * outside [−1, 1] are clipped.
 *
 * @param colors a diverging colour map
 * @param opacity how much of the picture −1 and 1 hide, in [0, 1]
 * @param gamma below 1 lets weak values show more, above 1 less; positive
 * @param greying how much colour the picture loses, from 0, none, to 1, all
 */
public record SignedOverlay(ColorMap colors, float opacity, float gamma, float greying)
        implements Overlay {

    private static final float PALEST = 0.4f;

    /**
     * Constructs an overlay.
     *
     * @throws IllegalArgumentException if a number is out of range or the colour map sequential
     */
    public SignedOverlay {
        if (!colors.diverging()) {
            throw new IllegalArgumentException(
                    "a signed map needs a diverging colour map, found " + colors);
        }
        OverlayNumbers.check(opacity, gamma, greying);
    }

    /**
     * Returns an overlay with numbers that suit most photographs.
     *
     * @param colors a diverging colour map
     * @return the overlay
     */
    public static SignedOverlay with(ColorMap colors) {
        return new SignedOverlay(
                colors, OverlayNumbers.OPACITY, OverlayNumbers.GAMMA, OverlayNumbers.GREYING);
    }

    /** {@inheritDoc} */
    @Override
    public BufferedImage draw(BufferedImage picture, Plane map) {
        return PixelBlend.draw(picture, map, this::colorAt);
    }

    private int colorAt(int rgb, float value) {
        int under = Rgb.greyed(rgb, greying);
        if (Float.isNaN(value) || value == 0) {
            return under;
        }
        float strength = Math.min(Math.abs(value), 1f);
        float alpha = opacity * (float) Math.pow(strength, gamma);
        float outward = Math.copySign(PALEST + (1 - PALEST) * strength, value);
        return Rgb.mix(under, colors.signedRgb(outward), alpha);
    }
}
