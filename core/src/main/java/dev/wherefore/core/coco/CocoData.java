package dev.wherefore.core.coco;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What {@link CocoReader} has read. Immutable. */
public final class CocoData {

    private final List<CocoCategory> categories;
    private final List<CocoImage> images;
    private final Map<Long, CocoImage> byId;
    private final Map<CocoFault, Integer> skipped;

    CocoData(
            List<CocoCategory> categories,
            List<CocoImage> images,
            Map<CocoFault, Integer> skipped) {
        this.categories = List.copyOf(categories);
        this.images = List.copyOf(images);
        this.byId = images.stream().collect(Collectors.toMap(CocoImage::id, Function.identity()));
        this.skipped = Map.copyOf(skipped);
    }

    /**
     * Returns the categories of all files.
     *
     * @return the categories, in the order of the files; none if there are captions alone
     */
    public List<CocoCategory> categories() {
        return categories;
    }

    /**
     * Returns the images that were chosen.
     *
     * @return the images, in the order of the first file
     */
    public List<CocoImage> images() {
        return images;
    }

    /**
     * Returns an image.
     *
     * @param id its number
     * @return the image, if it was chosen
     */
    public Optional<CocoImage> image(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * Returns how many records were left out, and why. Annotations of images that were not chosen
     * are left out too, but are not counted.
     *
     * @return a number, at least 1, for each reason that there was
     */
    public Map<CocoFault, Integer> skipped() {
        return skipped;
    }
}
