package dev.wherefore.core.evaluate;

import dev.wherefore.core.evaluate.ReadScenes.Broken;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.metric.HeatOnPicture;
import dev.wherefore.core.scene.Mask;
import java.util.List;
import java.util.Optional;

/**
 * A scene's numbers, and what they were measured of.
 *
 * @param numbers the numbers
 * @param picture the scene's picture; nothing of one that could not be read
 * @param masks where its labels are, in their order
 * @param heats for each label its maps on the picture, in their order
 */
record SeenScene(
        MeasuredScene numbers,
        Optional<Picture> picture,
        List<Mask> masks,
        List<List<HeatOnPicture>> heats) {

    /** Copies the lists. */
    SeenScene {
        masks = List.copyOf(masks);
        heats = List.copyOf(heats);
    }

    /** A scene that is broken. */
    static SeenScene broken(Broken scene) {
        return new SeenScene(MeasuredScene.broken(scene), Optional.empty(), List.of(), List.of());
    }

    /**
     * One map, to be drawn.
     *
     * @param picture the picture it lies on
     * @param mask where it should be hot
     * @param heat the map
     */
    record Sight(Picture picture, Mask mask, HeatOnPicture heat) {}

    /** The map of a label, by the places of both. */
    Sight sight(int label, int map) {
        return new Sight(picture.orElseThrow(), masks.get(label), heats.get(label).get(map));
    }
}
