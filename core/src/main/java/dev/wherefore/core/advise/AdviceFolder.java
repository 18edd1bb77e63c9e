package dev.wherefore.core.advise;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.OutFolder;
import dev.wherefore.core.experiment.PngFile;
import dev.wherefore.core.experiment.ResultJson;
import dev.wherefore.core.experiment.WholeFile;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * A folder for what was advised: {@code layers.json}, and a strip for each picture.
 *
 * @param path where it is, or will be
 * @param overwrite whether files of earlier advice are replaced
 */
public record AdviceFolder(Path path, boolean overwrite) {

    /**
     * Refuses a folder that is taken or cannot be written to, before any work.
     *
     * @throws UserError if it is so
     */
    public void check() {
        OutFolder folder = new OutFolder(path);
        if (folder.isTaken() && !overwrite) {
            throw new UserError(
                    path
                            + " holds something already; name another folder with --out, or give"
                            + " --overwrite to replace earlier advice in it");
        }
        folder.requireWritable();
    }

    /**
     * Writes the advice.
     *
     * @param advice the advice
     * @param strips a drawing for each picture, by its place
     * @throws UserError if a file cannot be written
     */
    public void write(Advice advice, Map<Integer, BufferedImage> strips) {
        WholeFile files = new WholeFile(overwrite);
        strips.forEach(
                (place, drawing) ->
                        PngFile.write(
                                drawing,
                                path.resolve("layers-%02d.png".formatted(place + 1)),
                                files));
        byte[] json = json(advice);
        files.write(path.resolve("layers.json"), out -> out.write(json));
    }

    private static byte[] json(Advice advice) {
        try {
            return (ResultJson.mapper().writeValueAsString(advice) + "\n")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
