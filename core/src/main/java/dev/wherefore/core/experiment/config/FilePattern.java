package dev.wherefore.core.experiment.config;

import dev.wherefore.core.UserError;
import dev.wherefore.core.image.PictureSource;
import java.nio.file.Path;
import java.util.List;

/**
 * Pictures as they are named in a config: a file, a folder, a glob or a list.
 *
 * @param written what was written
 * @param folder the folder that a relative name starts from
 */
public record FilePattern(String written, Path folder) {

    /**
     * Returns the files that are meant.
     *
     * @return at least one file, sorted
     * @throws UserError if there is none
     */
    public List<Path> find() {
        return new PictureSource(folder).find(written);
    }
}
