package dev.wherefore.core.metric;

import dev.wherefore.core.image.Rectangle;
import dev.wherefore.core.scene.Kind;
import dev.wherefore.core.scene.Mask;
import dev.wherefore.core.scene.Scene;
import dev.wherefore.core.scene.SceneObject;
import java.util.List;
import java.util.Optional;

/**
 * Where in a picture the heat belongs.
 *
 * @param mask all pixels that are right
 * @param boxes the box of each object that is right, at least one
 */
public record Truth(Mask mask, List<Rectangle> boxes) {

    /** Checks that something is right. */
    public Truth {
        boxes = List.copyOf(boxes);
        if (boxes.isEmpty() || mask.area() == 0) {
            throw new IllegalArgumentException("a truth needs a pixel and a box");
        }
    }

    /**
     * Returns where a scene shows things of a kind. The mask holds every visible pixel of the kind,
     * also of an object that is too much hidden to count as present: heat on what is left of a bus
     * is not wrong. The boxes are those of the objects that are present.
     *
     * @param scene the scene
     * @param kind the kind
     * @return the truth, or nothing if no object of the kind is present
     */
    public static Optional<Truth> of(Scene scene, Kind kind) {
        return of(scene.objects().stream().filter(object -> object.kind() == kind).toList());
    }

    /**
     * Returns where a scene shows some of its objects: those that a word of a caption speaks of, or
     * that decide an answer. As with a kind, what is left of a hidden one is right too, but has no
     * box.
     *
     * @param scene the scene
     * @param objects the indexes of the objects, each at most once
     * @return the truth, or nothing if none of them is present
     * @throws IndexOutOfBoundsException if the scene has no such object
     */
    public static Optional<Truth> of(Scene scene, List<Integer> objects) {
        return of(objects.stream().map(scene.objects()::get).toList());
    }

    private static Optional<Truth> of(List<SceneObject> right) {
        List<SceneObject> present =
                right.stream().filter(o -> o.present() && o.mask().area() > 0).toList();
        return present.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Truth(
                                Mask.union(right.stream().map(SceneObject::mask).toList()),
                                present.stream().map(SceneObject::box).toList()));
    }

    /**
     * Returns how much of the picture is right: what a point chosen blindly would hit.
     *
     * @return a share, above 0 and at most 1
     */
    public double share() {
        return mask.area() / ((double) mask.width() * mask.height());
    }

    /**
     * Refuses a map that is not of the same picture.
     *
     * @param heat the map
     * @throws IllegalArgumentException if their sizes differ
     */
    void requireSizeOf(HeatOnPicture heat) {
        if (heat.map().height() != mask.height() || heat.map().width() != mask.width()) {
            throw new IllegalArgumentException(
                    "a map of %dx%d cannot be measured against a truth of %dx%d"
                            .formatted(
                                    heat.map().height(),
                                    heat.map().width(),
                                    mask.height(),
                                    mask.width()));
        }
    }
}
