package dev.wherefore.core.train;

import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.experiment.config.ConfigPlaces;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.image.PreparedPicture;
import dev.wherefore.core.image.Preprocessing;
import dev.wherefore.core.scene.Scene;
import dev.wherefore.core.scene.SceneGenerator;
import dev.wherefore.core.scene.SceneSettings;
import dev.wherefore.core.scene.SceneSplit;
import java.util.SplittableRandom;

/**
 * The scenes of a training, drawn when they are asked for; none is seen twice. Several threads may
 * use it at once.
 */
public final class TrainingScenes {

    /** Each seed has 2⁴⁰ scenes of those for training. */
    private static final int SEED_BITS = 40;

    /** The largest seed of a training that has its scenes to itself. */
    public static final long LARGEST_SEED = (SceneSplit.TRAINING.size() >> SEED_BITS) - 1;

    private final SceneGenerator generator;
    private final Preprocessing preprocessing;
    private final Augmentation augmentation;
    private final long seed;

    /**
     * Constructs the scenes.
     *
     * @param settings how scenes are drawn
     * @param preprocessing what is done to a scene before the network sees it
     * @param augmentation how scenes of the training are changed
     * @param seed the training's, from 0 to {@link #LARGEST_SEED}
     */
    public TrainingScenes(
            SceneSettings settings,
            Preprocessing preprocessing,
            Augmentation augmentation,
            long seed) {
        this.generator = new SceneGenerator(settings);
        this.preprocessing = preprocessing;
        this.augmentation = augmentation;
        this.seed = seed;
    }

    /**
     * Refuses a seed that has no scenes of its own.
     *
     * @param seed the training's
     * @param places where the keys of the config were written
     * @throws dev.wherefore.core.UserError if it is too large or too small
     */
    public static void requireOwn(long seed, ConfigPlaces places) {
        if (seed < 0 || seed > LARGEST_SEED) {
            throw places.error(
                    "seed",
                    "a training has scenes of its own for seeds from 0 to %d, found %d"
                            .formatted(LARGEST_SEED, seed));
        }
    }

    /**
     * Refuses a number of scenes for validation that there are not.
     *
     * @param count how many scenes are wanted
     * @throws IllegalArgumentException if it is too large or too small
     */
    public static void requireValidation(int count) {
        if (count < 1 || count > SceneSplit.VALIDATION.size()) {
            throw new IllegalArgumentException(
                    "validation must be from 1 to %d, found %d"
                            .formatted(SceneSplit.VALIDATION.size(), count));
        }
    }

    /**
     * Returns the scene of a number, changed by chance.
     *
     * @param index from 0 on
     * @return the same for the same number
     */
    public TrainingScene training(long index) {
        long place = (seed << SEED_BITS) + index;
        Scene scene = generator.scene(SceneSplit.TRAINING.seed(place));
        SplittableRandom random = new SplittableRandom(~place);
        return prepared(scene, augmentation.apply(scene.picture(), random));
    }

    /**
     * Returns a scene of those that epochs are chosen by, as it was drawn.
     *
     * @param index from 0 on
     * @return the same for the same number, whatever the training's seed
     */
    public TrainingScene validation(long index) {
        Scene scene = generator.scene(SceneSplit.VALIDATION.seed(index));
        return prepared(scene, scene.picture());
    }

    private TrainingScene prepared(Scene scene, Picture picture) {
        PreparedPicture prepared = preprocessing.apply(picture);
        Shape shape = new Shape(prepared.channels(), prepared.height(), prepared.width());
        return new TrainingScene(scene, new HostArray(prepared.channelsFirst(), shape));
    }
}
