package dev.wherefore.core.explain;

/**
 * How a heatmap is to be read.
 *
 * @param convention whose way it was made
 * @param sign which evidence it shows
 * @param full the heat that is drawn in full colour: 1, but where the convention does not scale;
 *     there the largest magnitude of the map, or of all that share its scale
 */
public record Reading(Convention convention, MapSign sign, float full) {

    /** What speaks for a target, in [0, 1], as the {@code grad-cam} package makes it. */
    public static final Reading USUAL = new Reading(Convention.GRAD_CAM, MapSign.POSITIVE, 1);
}
