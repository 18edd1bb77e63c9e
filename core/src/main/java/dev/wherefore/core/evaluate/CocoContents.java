package dev.wherefore.core.evaluate;

import dev.wherefore.core.coco.CocoCategory;
import dev.wherefore.core.coco.CocoImage;
import dev.wherefore.core.coco.CocoInstance;
import dev.wherefore.core.dataset.Contents;
import dev.wherefore.core.metric.Truth;
import dev.wherefore.core.scene.Mask;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What COCO's files say of an image: its instances, by the names of their categories.
 *
 * @param image the image
 * @param categories all categories
 */
record CocoContents(CocoImage image, List<CocoCategory> categories) implements Contents {

    @Override
    public Set<String> labels() {
        return categories.stream()
                .filter(category -> image.instances().stream().anyMatch(i -> is(i, category)))
                .map(CocoCategory::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public Optional<Truth> truth(String label) {
        List<CocoInstance> shown =
                categories.stream()
                        .filter(category -> category.name().equals(label))
                        .flatMap(c -> image.instances().stream().filter(i -> is(i, c)))
                        .toList();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        Mask mask = image.mask(shown);
        return mask.area() == 0
                ? Optional.empty()
                : Optional.of(new Truth(mask, shown.stream().map(CocoInstance::box).toList()));
    }

    private static boolean is(CocoInstance instance, CocoCategory category) {
        return instance.category() == category.id();
    }

    @Override
    public boolean isOutlined() {
        return true;
    }
}
