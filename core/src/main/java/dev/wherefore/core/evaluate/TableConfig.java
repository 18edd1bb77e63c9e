package dev.wherefore.core.evaluate;

import dev.wherefore.core.dataset.TableSet;
import dev.wherefore.core.experiment.config.ConfigDoc;
import java.nio.file.Path;

/**
 * Pictures and a table of what they show.
 *
 * @param file the table
 * @param pictures the pictures
 */
public record TableConfig(
        @ConfigDoc(
                        value =
                                "A table (.csv, .tsv, .jsonl) with the columns file and label and,"
                                        + " for a box in pixels, x, y, width and height.",
                        mustExist = true)
                Path file,
        @ConfigDoc(
                        value = "The folder that the names in the column file start from.",
                        mustExist = true)
                Path pictures) {

    /** The pictures, at most so many. */
    TableSet open(int limit) {
        return TableSet.open(file, pictures, limit);
    }
}
