package dev.wherefore.core.evaluate;

import dev.wherefore.core.experiment.config.ConfigDoc;
import java.nio.file.Path;

/**
 * Images that COCO's files speak of.
 *
 * @param captions what was said of them
 * @param instances what they show, and where
 * @param pictures the folder with their files
 */
public record CocoConfig(
        @ConfigDoc(value = "What was said of the pictures: captions_….json.", mustExist = true)
                Path captions,
        @ConfigDoc(value = "What the pictures show, and where: instances_….json.", mustExist = true)
                Path instances,
        @ConfigDoc(value = "The folder with the pictures.", mustExist = true) Path pictures) {}
