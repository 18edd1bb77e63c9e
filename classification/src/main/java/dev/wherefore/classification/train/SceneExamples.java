package dev.wherefore.classification.train;

import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.scene.Kind;
import dev.wherefore.core.scene.SceneObject;
import dev.wherefore.core.train.Example;
import dev.wherefore.core.train.HostArray;
import dev.wherefore.core.train.TrainingScene;
import dev.wherefore.core.train.TrainingScenes;
import java.util.List;

/**
 * Scenes as examples: the prepared picture {@code (C, H, W)}, and for each kind 1 if it is present
 * and 0 if not, {@code (K)}. Several threads may use it at once.
 */
final class SceneExamples {

    private static final List<Kind> KINDS = List.of(Kind.values());

    private final TrainingScenes scenes;

    SceneExamples(TrainingScenes scenes) {
        this.scenes = scenes;
    }

    /** The example of a number, changed by chance; each seed of a training has its own scenes. */
    Example training(long index) {
        return example(scenes.training(index));
    }

    /** A scene of the validation, as it was drawn. */
    Example validation(long index) {
        return example(scenes.validation(index));
    }

    private static Example example(TrainingScene prepared) {
        float[] present = new float[KINDS.size()];
        for (SceneObject object : prepared.scene().present()) {
            present[KINDS.indexOf(object.kind())] = 1;
        }
        return new Example(
                List.of(prepared.picture(), new HostArray(present, new Shape(present.length))));
    }
}
