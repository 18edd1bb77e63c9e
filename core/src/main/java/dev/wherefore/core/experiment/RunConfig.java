package dev.wherefore.core.experiment;

import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.config.ConfigDoc;
import dev.wherefore.core.experiment.config.ConfigNumbers;
import dev.wherefore.core.experiment.config.ConfigReader;
import dev.wherefore.core.experiment.config.FilePattern;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.image.PictureReader;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The keys that the configs of all tasks share.
 *
 * @param task the task's name
 * @param images the pictures, at least one
 * @param preprocess what is done to a picture before the network sees it
 * @param explain which layers, by which methods
 * @param draw what is drawn and how
 * @param out the folder for the results; where none is given the caller chooses
 * @param batch pictures in one pass, at least 1
 * @param threads CPU threads of one operation; where none is given the engine chooses
 */
public record RunConfig(
        @ConfigDoc(
                        value = "What the network does; it decides which other keys there are.",
                        names = ConfigReader.TASK)
                String task,
        @ConfigDoc("The pictures: files, folders, globs, or .txt files that list pictures.")
                List<FilePattern> images,
        @ConfigDoc(value = "What is done to a picture before the network sees it.", preset = "{}")
                PreprocessConfig preprocess,
        @ConfigDoc(value = "Where to look in the network, and by which methods.", preset = "{}")
                ExplainConfig explain,
        @ConfigDoc(value = "What is drawn, and how.", preset = "{}") DrawConfig draw,
        @ConfigDoc("The folder for the results; left out, runs/ and the config's name.")
                Optional<Path> out,
        @ConfigDoc(value = "How many pictures go through the network at once.", preset = "1")
                int batch,
        @ConfigDoc("How many CPU threads one operation may use; left out, the engine chooses.")
                Optional<Integer> threads) {

    private static final int TRIAL = 224;

    /** Checks the numbers. */
    public RunConfig {
        if (images.isEmpty()) {
            throw new IllegalArgumentException("images must name at least one picture");
        }
        ConfigNumbers.requireAtLeast("batch", batch, 1);
        threads.ifPresent(number -> ConfigNumbers.requireAtLeast("threads", number, 1));
    }

    /**
     * Returns this config with other things to explain.
     *
     * @param other where to look, and how
     * @return the config
     */
    public RunConfig with(ExplainConfig other) {
        return new RunConfig(task, images, preprocess, other, draw, out, batch, threads);
    }

    /**
     * Returns a picture to try a network on: the first of the config's own, since a network may
     * take pictures of one size alone; a black one where that cannot be read, of which the run
     * itself says what is wrong with it.
     *
     * @return the picture
     */
    public Picture trialPicture() {
        try {
            Path first = images.get(0).find().get(0);
            return new PictureReader().read(first);
        } catch (UserError e) {
            return Picture.of(new BufferedImage(TRIAL, TRIAL, BufferedImage.TYPE_INT_RGB), "trial");
        }
    }
}
