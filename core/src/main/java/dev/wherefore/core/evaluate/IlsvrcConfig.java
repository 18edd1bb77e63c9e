package dev.wherefore.core.evaluate;

import dev.wherefore.core.dataset.IlsvrcSet;
import dev.wherefore.core.experiment.config.ConfigDoc;
import java.nio.file.Path;

/**
 * Pictures of ILSVRC's localisation task.
 *
 * @param annotations the files of XML
 * @param pictures the pictures
 * @param synsets what WordNet's ids mean
 */
public record IlsvrcConfig(
        @ConfigDoc(value = "The folder with a file of XML for each picture.", mustExist = true)
                Path annotations,
        @ConfigDoc(value = "The folder with the pictures.", mustExist = true) Path pictures,
        @ConfigDoc(
                        value =
                                "A file with lines like 'n01440764 tench, Tinca tinca', in the"
                                        + " order of the network's classes.",
                        mustExist = true)
                Path synsets) {

    /** The pictures, at most so many. */
    IlsvrcSet open(int limit) {
        return IlsvrcSet.open(annotations, pictures, synsets, limit);
    }
}
