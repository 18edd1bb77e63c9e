package dev.wherefore.core.render;

import dev.wherefore.core.image.Plane;
import java.awt.image.BufferedImage;

/**
 * A heatmap in [0, 1] over its picture, where what is cold stays visible. The picture is greyed a
 * little, so that all strong colour in the result is heat; each pixel is then covered by {@code
 * opacity · value^gamma} of the value's colour. NaN is drawn as 0, values outside [0, 1] are
 * clipped.
 *
 * @param colors a sequential colour map
 * @param opacity how much of the picture the hottest place hides, in [0, 1]
 * @param gamma below 1 lets weak heat show more, above 1 less; positive
 * @param greying how much colour the picture loses, from 0, none, to 1, all
 */
public record HeatOverlay(ColorMap colors, float opacity, float gamma, float greying)
        implements Overlay {

    /**
     * Constructs an overlay.
     *
     * @throws IllegalArgumentException if a number is out of range or the colour map diverging
     */
    public HeatOverlay {
        if (colors.diverging()) {
            throw new IllegalArgumentException(
                    "a heatmap needs a sequential colour map, found " + colors);
        }
        OverlayNumbers.check(opacity, gamma, greying);
    }

    /**
     * Returns an overlay with numbers that suit most photographs.
     *
     * @param colors a sequential colour map
     * @return the overlay
     */
    public static HeatOverlay with(ColorMap colors) {
        return new HeatOverlay(
                colors, OverlayNumbers.OPACITY, OverlayNumbers.GAMMA, OverlayNumbers.GREYING);
    }

    /** {@inheritDoc} */
    @Override
    public BufferedImage draw(BufferedImage picture, Plane map) {
        return PixelBlend.draw(picture, map, this::colorAt);
    }

    private int colorAt(int rgb, float value) {
        int under = Rgb.greyed(rgb, greying);
        if (!(value > 0)) {
            return under;
        }
        float heat = Math.min(value, 1f);
        return Rgb.mix(under, colors.rgb(heat), opacity * (float) Math.pow(heat, gamma));
    }
}
