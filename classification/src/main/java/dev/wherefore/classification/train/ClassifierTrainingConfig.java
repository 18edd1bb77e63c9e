package dev.wherefore.classification.train;

import dev.wherefore.core.experiment.PreprocessConfig;
import dev.wherefore.core.experiment.config.ConfigDoc;
import dev.wherefore.core.network.block.NetworkConfig;
import dev.wherefore.core.scene.SceneSizeConfig;
import dev.wherefore.core.train.Augmentation;
import dev.wherefore.core.train.TrainingScenes;
import dev.wherefore.core.weights.ElementType;

/**
 * The keys of a training's config that only classifiers have.
 *
 * @param network the network
 * @param preprocess what is done to a scene before the network sees it
 * @param scenes how scenes are drawn
 * @param augment how scenes are changed
 * @param validation how many scenes the network is measured with after each epoch
 * @param saveAs the type of the numbers that are saved
 */
public record ClassifierTrainingConfig(
        @ConfigDoc("The network; it gets a class for each kind of object.") NetworkConfig network,
        @ConfigDoc(
                        value = "What is done to a scene before the network sees it.",
                        preset = "{preset: none}")
                PreprocessConfig preprocess,
        @ConfigDoc(value = "How scenes are drawn.", preset = "{}") SceneSizeConfig scenes,
        @ConfigDoc(value = "How scenes are changed.", preset = "{}") Augmentation augment,
        @ConfigDoc(
                        value = "How many scenes the network is measured with after each epoch.",
                        preset = "500")
                int validation,
        @ConfigDoc(value = "The type of the numbers in the saved weights.", preset = "f16")
                ElementType saveAs) {

    /** Checks the numbers. */
    public ClassifierTrainingConfig {
        TrainingScenes.requireValidation(validation);
        saveAs.requireSavable("save-as");
    }

    /** The scenes of a training of this seed. */
    TrainingScenes trainingScenes(long seed) {
        return new TrainingScenes(scenes.settings(), preprocess.preprocessing(), augment, seed);
    }
}
