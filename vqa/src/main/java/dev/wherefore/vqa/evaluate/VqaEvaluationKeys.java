package dev.wherefore.vqa.evaluate;

import dev.wherefore.core.experiment.config.ConfigDoc;
import dev.wherefore.core.experiment.config.ConfigNumbers;
import dev.wherefore.vqa.config.AnswererConfig;
import dev.wherefore.vqa.config.QuestionFileConfig;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The keys that only evaluations of VQA have.
 *
 * @param model the network that answers
 * @param questions how many questions about each scene
 * @param questionFile what is asked about pictures that are no scenes
 * @param withoutPicture whether each question is asked again without the picture
 * @param occlusion how the maps are compared with occlusion maps
 * @param attention maps of where people looked, by the questions' numbers
 */
public record VqaEvaluationKeys(
        @ConfigDoc("The network that answers: an image network and an answer head, or one file.")
                AnswererConfig model,
        @ConfigDoc(value = "How many questions about each scene are asked.", preset = "8")
                int questions,
        @ConfigDoc("What is asked about scenes.pictures, and what people answered.")
                Optional<QuestionFileConfig> questionFile,
        @ConfigDoc(
                        value =
                                "Whether each question is asked again without the picture, to see"
                                        + " what the questions alone give away.",
                        preset = "true")
                boolean withoutPicture,
        @ConfigDoc(
                        "Compare maps with occlusion maps by rank correlation, as in section 8.2 of"
                                + " the Grad-CAM paper; left out, they are not.")
                Optional<OcclusionConfig> occlusion,
        @ConfigDoc(
                        value =
                                "A folder of VQA-HAT's maps of where people looked, to compare maps"
                                        + " with by rank correlation.",
                        mustExist = true)
                Optional<Path> attention) {

    /** Checks what belongs together. */
    public VqaEvaluationKeys {
        ConfigNumbers.requireAtLeast("questions", questions, 1);
        if (attention.isPresent() && questionFile.isEmpty()) {
            throw new IllegalArgumentException(
                    "attention is of questions with numbers; name their file as question-file");
        }
    }
}
