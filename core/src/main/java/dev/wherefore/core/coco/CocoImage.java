package dev.wherefore.core.coco;

import dev.wherefore.core.scene.Mask;
import java.util.List;

/**
 * An image, and what the files say of it.
 *
 * @param id its number in the files
 * @param fileName the name of its file, without a folder
 * @param width its width in pixels
 * @param height its height in pixels
 * @param captions what was said of it, in the order of the files
 * @param instances the things in it, in the order of the files
 */
public record CocoImage(
        long id,
        String fileName,
        int width,
        int height,
        List<CocoCaption> captions,
        List<CocoInstance> instances) {

    /** Copies the lists. */
    public CocoImage {
        captions = List.copyOf(captions);
        instances = List.copyOf(instances);
    }

    /**
     * Returns the pixels of some of its instances, which are drawn now.
     *
     * @param some instances of this image, at least one
     * @return the pixels of all of them; empty if they are smaller than a pixel
     */
    public Mask mask(List<CocoInstance> some) {
        return Mask.union(some.stream().map(i -> i.segmentation().mask(width, height)).toList());
    }
}
