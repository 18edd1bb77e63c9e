package dev.wherefore.core.diagnose;

import dev.wherefore.core.evaluate.ScenesConfig;
import dev.wherefore.core.experiment.ExplainConfig;
import dev.wherefore.core.experiment.PreprocessConfig;
import dev.wherefore.core.experiment.config.ConfigDoc;
import dev.wherefore.core.experiment.config.ConfigNumbers;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The keys that the configs of all diagnoses share.
 *
 * @param diagnosis its name
 * @param scenes the pictures and what is true of them
 * @param preprocess what is done to a picture before the network sees it
 * @param explain which layers, by which methods
 * @param out the folder for the page; where none is given the caller chooses
 * @param batch scenes in one pass, at least 1
 * @param threads CPU threads of one operation; where none is given the engine chooses
 */
public record DiagnoseConfig(
        @ConfigDoc(
                        value = "What shall be found out; it decides which other keys there are.",
                        names = DIAGNOSIS)
                String diagnosis,
        @ConfigDoc(value = "The pictures, with what is true of them.", preset = "{}")
                ScenesConfig scenes,
        @ConfigDoc(value = "What is done to a picture before the network sees it.", preset = "{}")
                PreprocessConfig preprocess,
        @ConfigDoc(value = "Where to look in the network, and by which methods.", preset = "{}")
                ExplainConfig explain,
        @ConfigDoc("The folder for the page; left out, runs/ and the config's name.")
                Optional<Path> out,
        @ConfigDoc(value = "How many scenes go through the network at once.", preset = "16")
                int batch,
        @ConfigDoc("How many CPU threads one operation may use; left out, the engine chooses.")
                Optional<Integer> threads) {

    /** The key that names the diagnosis, and the vocabulary of their names. */
    public static final String DIAGNOSIS = "diagnosis";

    /** Checks the numbers. */
    public DiagnoseConfig {
        ConfigNumbers.requireAtLeast("batch", batch, 1);
        threads.ifPresent(number -> ConfigNumbers.requireAtLeast("threads", number, 1));
    }
}
