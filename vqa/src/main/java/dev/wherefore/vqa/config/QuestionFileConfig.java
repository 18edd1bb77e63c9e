package dev.wherefore.vqa.config;

import dev.wherefore.core.experiment.config.ConfigDoc;
import dev.wherefore.core.experiment.config.ConfigNumbers;
import dev.wherefore.vqa.data.Format;
import dev.wherefore.vqa.data.QuestionFile;
import dev.wherefore.vqa.data.QuestionSet;
import dev.wherefore.vqa.data.WantedQuestions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file of questions about pictures.
 *
 * @param questions the file
 * @param annotations the answers to them, where they are in a file of their own
 * @param format how the file is written
 * @param limit how many questions about each picture are asked at most
 */
public record QuestionFileConfig(
        @ConfigDoc(value = "The questions.", mustExist = true) Path questions,
        @ConfigDoc(value = "VQA's annotations: the answers that ten people gave.", mustExist = true)
                Optional<Path> annotations,
        @ConfigDoc(
                        value =
                                "How the file is written: vqa-v2, easy-vqa, csv, jsonl; auto looks"
                                        + " at it.",
                        preset = "auto")
                Format format,
        @ConfigDoc("How many questions about each picture are asked at most; left out, all.")
                Optional<Integer> limit) {

    /** Checks the number. */
    public QuestionFileConfig {
        limit.ifPresent(n -> ConfigNumbers.requireAtLeast("limit", n, 1));
    }

    /**
     * Reads the file.
     *
     * @param pictures the pictures it shall ask about, at least one
     * @return the questions about them
     * @throws dev.wherefore.core.UserError if a file cannot be read so, or asks about none of them
     */
    public QuestionSet read(List<Path> pictures) {
        WantedQuestions all = WantedQuestions.about(pictures);
        return new QuestionFile(questions, annotations, format)
                .read(limit.map(all::firstOfEach).orElse(all));
    }
}
