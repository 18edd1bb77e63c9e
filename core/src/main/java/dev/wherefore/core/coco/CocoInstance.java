package dev.wherefore.core.coco;

import dev.wherefore.core.image.Rectangle;

/**
 * A thing in an image.
 *
 * @param id its number in the file
 * @param category the number of its category
 * @param box its box as the file has it, in pixels
 * @param segmentation its outline
 * @param isCrowd whether it stands for several things that were not told apart
 */
public record CocoInstance(
        long id, int category, Rectangle box, Segmentation segmentation, boolean isCrowd) {}
