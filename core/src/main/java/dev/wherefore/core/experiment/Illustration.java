package dev.wherefore.core.experiment;

import java.awt.image.BufferedImage;

/** Something that a task draws of a picture beside its maps and their sheet. */
public interface Illustration {

    /**
     * Returns what the drawing is called.
     *
     * @return lower case, digits and dashes: {@code "caption"} is written to {@code
     *     sheet-caption.png}
     */
    String name();

    /**
     * Draws it.
     *
     * @param painter draws explanations as the config wishes
     * @param picture the user's picture
     * @return the drawing
     */
    BufferedImage draw(FindingPainter painter, BufferedImage picture);
}
