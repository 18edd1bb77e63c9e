package dev.wherefore.classification.train;

import dev.wherefore.core.experiment.PreprocessConfig;
import dev.wherefore.core.experiment.config.ConfigDoc;
import dev.wherefore.core.network.block.NetworkConfig;
import dev.wherefore.core.scene.SceneSizeConfig;
import dev.wherefore.core.scene.SceneSplit;
import dev.wherefore.core.weights.ElementType;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

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

    private static final Set<ElementType> SAVED =
            EnumSet.of(ElementType.F32, ElementType.F16, ElementType.BF16);

    /** Checks the numbers. */
    public ClassifierTrainingConfig {
        if (validation < 1 || validation > SceneSplit.VALIDATION.size()) {
            throw new IllegalArgumentException(
                    "validation must be from 1 to %d, found %d"
                            .formatted(SceneSplit.VALIDATION.size(), validation));
        }
        if (!SAVED.contains(saveAs)) {
            throw new IllegalArgumentException(
                    "save-as must be one of f32, f16, bf16, found '%s'"
                            .formatted(saveAs.name().toLowerCase(Locale.ROOT)));
        }
    }
}
