package dev.wherefore.vqa.train;

import dev.wherefore.core.experiment.PreprocessConfig;
import dev.wherefore.core.experiment.config.ConfigDoc;
import dev.wherefore.core.experiment.config.ConfigNumbers;
import dev.wherefore.core.network.block.NetworkConfig;
import dev.wherefore.core.scene.SceneSizeConfig;
import dev.wherefore.core.train.Augmentation;
import dev.wherefore.core.train.TrainingScenes;
import dev.wherefore.core.weights.ElementType;
import dev.wherefore.vqa.head.HeadConfig;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The keys of a training's config that only networks that answer questions have.
 *
 * @param network the image network, without a head
 * @param start weights that the image network begins with
 * @param head the answer head's sizes
 * @param questions how many questions about each scene are learned from
 * @param sparsity how much the places' mean number counts beside the loss
 * @param anchoring how much it counts beside the loss how far anchors are from what is named
 * @param ground how much the share of what places say that lies beside all objects counts
 * @param preprocess what is done to a scene before the network sees it
 * @param scenes how scenes are drawn
 * @param augment how scenes are changed
 * @param validation how many scenes the network is measured with after each epoch
 * @param saveAs the type of the numbers that are saved
 */
public record AnswererTrainingConfig(
        @ConfigDoc(
                        "The image network, with 0 classes; its last features are what the answer"
                                + " head sees.")
                NetworkConfig network,
        @ConfigDoc(
                        value =
                                "Weights that the image network begins with, a classifier's for"
                                        + " instance; left out, they are drawn.",
                        mustExist = true)
                Optional<Path> start,
        @ConfigDoc(value = "The answer head's sizes.", preset = "{}") HeadConfig.Sizes head,
        @ConfigDoc(value = "How many questions about each scene are learned from.", preset = "8")
                int questions,
        @ConfigDoc(
                        value =
                                "How much the mean over what all places say counts beside the loss:"
                                        + " a place that decides nothing shall say nothing.",
                        preset = "0.05")
                double sparsity,
        @ConfigDoc(
                        value =
                                "How much it counts beside the loss how far the head's anchors are"
                                        + " from the objects that a question names to say where to"
                                        + " look.",
                        preset = "1")
                double anchoring,
        @ConfigDoc(
                        value =
                                "How much the share of what places say that lies where no object is"
                                        + " counts beside the loss, except for questions for the"
                                        + " place; which object decides is not told.",
                        preset = "0")
                double ground,
        @ConfigDoc(
                        value = "What is done to a scene before the network sees it.",
                        preset = "{preset: none}")
                PreprocessConfig preprocess,
        @ConfigDoc(value = "How scenes are drawn.", preset = "{}") SceneSizeConfig scenes,
        @ConfigDoc(value = "How scenes are changed.", preset = "{flip: false}")
                Augmentation augment,
        @ConfigDoc(
                        value = "How many scenes the network is measured with after each epoch.",
                        preset = "500")
                int validation,
        @ConfigDoc(value = "The type of the numbers in the saved weights.", preset = "f16")
                ElementType saveAs) {

    /** Checks the numbers. */
    public AnswererTrainingConfig {
        ConfigNumbers.requireAtLeast("questions", questions, 1);
        TrainingScenes.requireValidation(validation);
        saveAs.requireSavable("save-as");
        requireNotNegative("sparsity", sparsity);
        requireNotNegative("anchoring", anchoring);
        requireNotNegative("ground", ground);
        if (augment.flip()) {
            throw new IllegalArgumentException(
                    "augment.flip must be false: a mirrored picture makes 'left of' untrue");
        }
        if (network.classes() != 0) {
            throw new IllegalArgumentException(
                    "network.classes must be 0, since the answer head takes features, found "
                            + network.classes());
        }
    }

    private static void requireNotNegative(String key, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(key + " must be 0 or more, found " + value);
        }
    }

    /** The scenes of a training of this seed. */
    TrainingScenes trainingScenes(long seed) {
        return new TrainingScenes(scenes.settings(), preprocess.preprocessing(), augment, seed);
    }
}
