package dev.wherefore.vqa.config;

import dev.wherefore.core.experiment.config.ConfigDoc;
import java.util.List;
import java.util.Optional;

/**
 * The keys of a config that only VQA has.
 *
 * @param model the network that answers
 * @param questions what is asked about every picture
 * @param questionFile a file that tells what is asked about which picture
 * @param targets which answers to each question to explain
 * @param prior how it is measured what an answer owes to the picture and to the question
 */
public record VqaConfig(
        @ConfigDoc("The network that answers: an image network and an answer head, or one file.")
                AnswererConfig model,
        @ConfigDoc(value = "What is asked about every picture.", preset = "[]")
                List<QuestionConfig> questions,
        @ConfigDoc("A file that tells what is asked about which picture, instead of questions.")
                Optional<QuestionFileConfig> questionFile,
        @ConfigDoc(value = "Which answers to each question to explain.", preset = "[{top: 1}]")
                List<AnswerTargetConfig> targets,
        @ConfigDoc(
                        value =
                                "How it is measured what an answer owes to the picture, and what to"
                                        + " the words of the question.",
                        preset = "{}")
                PriorConfig prior) {

    /** Checks that something is asked and something explained. */
    public VqaConfig {
        if (questions.isEmpty() == questionFile.isEmpty()) {
            throw new IllegalArgumentException(
                    "one of questions and question-file is wanted, found "
                            + (questions.isEmpty() ? "none" : "both"));
        }
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("targets must name an answer at least");
        }
    }
}
