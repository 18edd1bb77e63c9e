package dev.wherefore.core.zoo;

import dev.wherefore.core.experiment.DrawConfig;
import dev.wherefore.core.experiment.FindingPainter;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.image.Geometry;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.image.Rectangle;
import dev.wherefore.core.render.ColorMaps;
import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * An explanation on the user's own picture.
 *
 * @param picture the picture
 * @param geometry which part of it the network saw
 * @param explanation the explanation: raw map, heatmap, score, verdict
 */
public record ModelExplanation(Picture picture, Geometry geometry, Explanation explanation) {

    /**
     * Returns the map drawn on the picture, as {@code wherefore run} draws it.
     *
     * @return a new picture of the size of the user's; a tiny one is enlarged
     */
    public BufferedImage overlay() {
        return new FindingPainter(DrawConfig.USUAL, new ColorMaps())
                .overlay(picture.toBufferedImage(), geometry, explanation);
    }

    /**
     * Returns the box around the hottest region, at 15 % of the maximum (Selvaraju et al., section
     * 4.1).
     *
     * @return the box in the picture's pixels; nothing where there is no evidence
     */
    public Optional<Rectangle> box() {
        return FindingPainter.box(geometry, explanation);
    }
}
