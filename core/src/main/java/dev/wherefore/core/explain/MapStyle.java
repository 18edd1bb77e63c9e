package dev.wherefore.core.explain;

/**
 * How raw maps are made and become heatmaps, beyond layers and methods.
 *
 * @param convention whose way of cutting, scaling and enlarging
 * @param sign which evidence is shown; methods that give pixels are not concerned
 * @param augSmooth whether each map is the mean of six: of the picture and its mirror image, at
 *     0.9, 1 and 1.1 times its values, see {@link Augmentation}
 * @param eigenSmooth whether the channels' weighted activations are projected on their first
 *     principal component, and not summed, see {@link
 *     dev.wherefore.core.method.ChannelSum#PRINCIPAL}
 */
public record MapStyle(
        Convention convention, MapSign sign, boolean augSmooth, boolean eigenSmooth) {

    /** What speaks for a target, as the {@code grad-cam} package makes it, nothing smoothed. */
    public static final MapStyle USUAL =
            new MapStyle(Convention.GRAD_CAM, MapSign.POSITIVE, false, false);

    /**
     * Returns the usual style, by another convention.
     *
     * @param convention whose way
     * @return the style
     */
    public static MapStyle of(Convention convention) {
        return new MapStyle(convention, MapSign.POSITIVE, false, false);
    }

    /**
     * Returns this style, which shows other evidence.
     *
     * @param shown which
     * @return the style
     */
    public MapStyle with(MapSign shown) {
        return new MapStyle(convention, shown, augSmooth, eigenSmooth);
    }
}
