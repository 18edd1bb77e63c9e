package dev.wherefore.core.dataset;

import dev.wherefore.core.image.Rectangle;
import dev.wherefore.core.image.Size;
import dev.wherefore.core.metric.Truth;
import dev.wherefore.core.scene.Mask;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What people have said of a photograph.
 *
 * @param size the picture's size
 * @param things the things with boxes
 * @param placeless labels that it shows, nobody has said where
 * @param outlines the pixels of each class, where they were drawn
 * @param leftOut what was left out
 */
record LabelledContents(
        Size size,
        List<BoxedThing> things,
        Set<String> placeless,
        Optional<ClassMasks> outlines,
        List<RecordFault> leftOut)
        implements Contents {

    /** Copies the collections. */
    LabelledContents {
        things = List.copyOf(things);
        placeless = Set.copyOf(placeless);
        leftOut = List.copyOf(leftOut);
    }

    @Override
    public Set<String> labels() {
        Stream<String> sure = things.stream().filter(t -> !t.difficult()).map(BoxedThing::label);
        return Stream.concat(sure, placeless.stream().sorted())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public boolean isOpen(String label) {
        return !labels().contains(label) && things.stream().anyMatch(t -> t.label().equals(label));
    }

    @Override
    public Optional<Truth> truth(String label) {
        List<BoxedThing> own = things.stream().filter(t -> t.label().equals(label)).toList();
        List<Rectangle> sure =
                own.stream().filter(t -> !t.difficult()).map(BoxedThing::box).toList();
        if (sure.isEmpty()) {
            return Optional.empty();
        }
        Mask mask =
                outlines.flatMap(masks -> masks.of(label))
                        .orElseGet(() -> Mask.of(size, own.stream().map(BoxedThing::box).toList()));
        return Optional.of(new Truth(mask, sure));
    }

    @Override
    public boolean isOutlined() {
        return outlines.isPresent();
    }

    @Override
    public Optional<Mask> unknown() {
        return outlines.flatMap(ClassMasks::unknown);
    }
}
