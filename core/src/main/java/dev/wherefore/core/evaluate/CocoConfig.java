package dev.wherefore.core.evaluate;

import dev.wherefore.core.experiment.config.ConfigDoc;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Images that COCO's files speak of.
 *
 * @param captions what was said of them, where that matters
 * @param instances what they show, and where
 * @param pictures the folder with their files
 */
public record CocoConfig(
        @ConfigDoc(
                        value =
                                "What was said of the pictures: captions_….json; classifiers need"
                                        + " none.",
                        mustExist = true)
                Optional<Path> captions,
        @ConfigDoc(value = "What the pictures show, and where: instances_….json.", mustExist = true)
                Path instances,
        @ConfigDoc(value = "The folder with the pictures.", mustExist = true) Path pictures) {

    /** The files of what is said; the images are chosen from the first. */
    List<Path> files() {
        return Stream.concat(captions.stream(), Stream.of(instances)).toList();
    }
}
