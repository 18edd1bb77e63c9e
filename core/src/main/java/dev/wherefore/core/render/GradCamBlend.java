package dev.wherefore.core.render;

import dev.wherefore.core.image.Plane;
import java.awt.image.BufferedImage;

/**
 * The overlay of the Python package {@code grad-cam} ({@code show_cam_on_image}), for comparison:
 * {@code jet} at the value times 255, cut to a whole number; half heat, half picture; divided by
 * the largest channel of the blend, in float32. Values are clipped to [0, 1], NaN is drawn as 0.
 *
 * @see <a href="https://github.com/jacobgil/pytorch-grad-cam">pytorch-grad-cam</a>
 */
public final class GradCamBlend implements Overlay {

    private static final float PICTURE_WEIGHT = 0.5f;

    private final ColorMap jet;

    /**
     * Constructs the blend.
     *
     * @param maps where {@code jet} is found
     */
    public GradCamBlend(ColorMaps maps) {
        jet = maps.sequential("jet");
    }

    /** {@inheritDoc} */
    @Override
    public BufferedImage draw(BufferedImage picture, Plane map) {
        PixelBlend.requireSameSize(picture, map);
        float largest = 0;
        for (int y = 0; y < map.height(); y++) {
            for (int x = 0; x < map.width(); x++) {
                largest = Math.max(largest, peak(heat(map.at(y, x)), picture.getRGB(x, y)));
            }
        }
        float divisor = largest;
        return PixelBlend.draw(
                picture, map, (rgb, value) -> scaledBlend(heat(value), rgb, divisor));
    }

    private int heat(float value) {
        float clipped = Float.isNaN(value) ? 0 : Math.min(Math.max(value, 0f), 1f);
        int index = (int) (255 * clipped);
        return jet.rgb(index / 255f);
    }

    private static float peak(int heat, int rgb) {
        float redOrGreen =
                Math.max(
                        blend(Rgb.red(heat), Rgb.red(rgb)), blend(Rgb.green(heat), Rgb.green(rgb)));
        return Math.max(redOrGreen, blend(Rgb.blue(heat), Rgb.blue(rgb)));
    }

    private static int scaledBlend(int heat, int rgb, float divisor) {
        return Rgb.of(
                (int) (255 * (blend(Rgb.red(heat), Rgb.red(rgb)) / divisor)),
                (int) (255 * (blend(Rgb.green(heat), Rgb.green(rgb)) / divisor)),
                (int) (255 * (blend(Rgb.blue(heat), Rgb.blue(rgb)) / divisor)));
    }

    private static float blend(int heat, int picture) {
        return (1 - PICTURE_WEIGHT) * (heat / 255f) + PICTURE_WEIGHT * (picture / 255f);
    }
}
