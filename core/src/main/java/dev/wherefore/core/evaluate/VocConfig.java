package dev.wherefore.core.evaluate;

import dev.wherefore.core.dataset.VocSet;
import dev.wherefore.core.experiment.config.ConfigDoc;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder laid out as PASCAL VOC's.
 *
 * @param folder the folder
 * @param split which of its pictures
 * @param classes the classes' names
 */
public record VocConfig(
        @ConfigDoc(
                        value =
                                "The folder with ImageSets, JPEGImages and Annotations, such as"
                                        + " VOC2007.",
                        mustExist = true)
                Path folder,
        @ConfigDoc(
                        value =
                                "Which pictures: the name of a list in ImageSets/Main, or"
                                        + " FOLDER/NAME for another folder of lists.",
                        preset = "val")
                String split,
        @ConfigDoc(
                        value =
                                "A file with the name of a class in each line, in the order of the"
                                        + " masks' palette; left out, VOC's own twenty.",
                        mustExist = true)
                Optional<Path> classes) {

    /** The pictures, at most so many. */
    VocSet open(int limit) {
        return VocSet.open(folder, split, classes, limit);
    }
}
