package dev.wherefore.core.coco;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An image of which more may be said. */
final class ImageSoFar {

    private final CocoImage image;
    private final List<CocoCaption> captions = new ArrayList<>();
    private final List<CocoInstance> instances = new ArrayList<>();
    private final Set<Long> captionIds = new HashSet<>();
    private final Set<Long> instanceIds = new HashSet<>();

    ImageSoFar(CocoImage image) {
        this.image = image;
    }

    void add(JsonNode node) throws BrokenRecord {
        if (node.has(Records.CAPTION)) {
            CocoCaption caption = Records.caption(node);
            requireNew(captionIds.add(caption.id()));
            captions.add(caption);
        } else if (node.has(Records.CATEGORY_ID)) {
            CocoInstance instance = Records.instance(node, image.width(), image.height());
            requireNew(instanceIds.add(instance.id()));
            instances.add(instance);
        } else {
            throw new BrokenRecord(CocoFault.SORT);
        }
    }

    private static void requireNew(boolean isNew) throws BrokenRecord {
        if (!isNew) {
            throw new BrokenRecord(CocoFault.TWICE);
        }
    }

    int instances() {
        return instances.size();
    }

    /** The image with the instances whose category is known. */
    CocoImage image(Set<Integer> categories) {
        return new CocoImage(
                image.id(),
                image.fileName(),
                image.width(),
                image.height(),
                captions,
                instances.stream().filter(i -> categories.contains(i.category())).toList());
    }
}
