package dev.wherefore.classification.train;

import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.image.PreparedPicture;
import dev.wherefore.core.image.Preprocessing;
import dev.wherefore.core.scene.Kind;
import dev.wherefore.core.scene.Scene;
import dev.wherefore.core.scene.SceneGenerator;
import dev.wherefore.core.scene.SceneObject;
import dev.wherefore.core.scene.SceneSplit;
import dev.wherefore.core.train.Example;
import dev.wherefore.core.train.HostArray;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Scenes as examples: the prepared picture {@code (C, H, W)}, and for each kind 1 if it is present
 * and 0 if not, {@code (K)}. Several threads may use it at once.
 */
final class SceneExamples {

    /** Each seed has 2⁴⁰ scenes of those for training. */
    private static final int SEED_BITS = 40;

    /** The largest seed of a training that has its scenes to itself. */
    static final long LARGEST_SEED = (SceneSplit.TRAINING.size() >> SEED_BITS) - 1;

    private static final List<Kind> KINDS = List.of(Kind.values());

    private final SceneGenerator generator;
    private final Preprocessing preprocessing;
    private final Augmentation augmentation;
    private final long seed;

    SceneExamples(ClassifierTrainingConfig config, long seed) {
        this.generator = new SceneGenerator(config.scenes().settings());
        this.preprocessing = config.preprocess().preprocessing();
        this.augmentation = config.augment();
        this.seed = seed;
    }

    /** The example of a number, changed by chance; each seed of a training has its own scenes. */
    Example training(long index) {
        long place = (seed << SEED_BITS) + index;
        Scene scene = generator.scene(SceneSplit.TRAINING.seed(place));
        SplittableRandom random = new SplittableRandom(~place);
        return example(scene, augmentation.apply(scene.picture(), random));
    }

    /** A scene of the validation, as it was drawn. */
    Example validation(long index) {
        Scene scene = generator.scene(SceneSplit.VALIDATION.seed(index));
        return example(scene, scene.picture());
    }

    private Example example(Scene scene, Picture picture) {
        PreparedPicture prepared = preprocessing.apply(picture);
        float[] present = new float[KINDS.size()];
        for (SceneObject object : scene.present()) {
            present[KINDS.indexOf(object.kind())] = 1;
        }
        Shape shape = new Shape(prepared.channels(), prepared.height(), prepared.width());
        return new Example(
                List.of(
                        new HostArray(prepared.channelsFirst(), shape),
                        new HostArray(present, new Shape(present.length))));
    }
}
