package dev.wherefore.captioning.train;

import dev.wherefore.captioning.decoder.DecoderConfig;
import dev.wherefore.core.experiment.PreprocessConfig;
import dev.wherefore.core.experiment.config.ConfigDoc;
import dev.wherefore.core.experiment.config.ConfigNumbers;
import dev.wherefore.core.network.block.NetworkConfig;
import dev.wherefore.core.scene.SceneSizeConfig;
import dev.wherefore.core.train.Augmentation;
import dev.wherefore.core.train.TrainingScenes;
import dev.wherefore.core.weights.ElementType;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The keys of a training's config that only captioners have.
 *
 * @param network the image network, without a head
 * @param start weights that the image network begins with
 * @param decoder the decoder's sizes
 * @param captions how many captions of each scene are learned from
 * @param preprocess what is done to a scene before the network sees it
 * @param scenes how scenes are drawn
 * @param augment how scenes are changed
 * @param validation how many scenes the network is measured with after each epoch
 * @param saveAs the type of the numbers that are saved
 */
public record CaptionerTrainingConfig(
        @ConfigDoc(
                        "The image network, with 0 classes; its last features are what the decoder"
                                + " sees.")
                NetworkConfig network,
        @ConfigDoc(
                        value =
                                "Weights that the image network begins with, a classifier's for"
                                        + " instance; left out, they are drawn.",
                        mustExist = true)
                Optional<Path> start,
        @ConfigDoc(value = "The decoder's sizes.", preset = "{}") DecoderConfig.Sizes decoder,
        @ConfigDoc(
                        value =
                                "How many captions of each scene are learned from: those that tell"
                                        + " the place, and of them those that state the most.",
                        preset = "3")
                int captions,
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
    public CaptionerTrainingConfig {
        ConfigNumbers.requireAtLeast("captions", captions, 1);
        TrainingScenes.requireValidation(validation);
        saveAs.requireSavable("save-as");
        if (augment.flip()) {
            throw new IllegalArgumentException(
                    "augment.flip must be false: a mirrored picture makes 'left of' untrue");
        }
        if (network.classes() != 0) {
            throw new IllegalArgumentException(
                    "network.classes must be 0, since the decoder takes features, found "
                            + network.classes());
        }
    }

    /** The scenes of a training of this seed. */
    TrainingScenes trainingScenes(long seed) {
        return new TrainingScenes(scenes.settings(), preprocess.preprocessing(), augment, seed);
    }
}
