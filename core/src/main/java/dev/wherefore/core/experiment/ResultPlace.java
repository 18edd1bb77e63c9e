package dev.wherefore.core.experiment;

import dev.wherefore.core.UserError;
import java.nio.file.Files;
import java.nio.file.Path;

/** The place of a folder of results, looked at before the work that would be lost. */
public final class ResultPlace {

    private ResultPlace() {}

    /**
     * Refuses a folder in which no file could be made. Nothing is written.
     *
     * @param folder the folder, which need not exist
     * @throws UserError if it, or the nearest folder above it that exists, cannot be written to
     */
    public static void requireWritable(Path folder) {
        Path place = folder.toAbsolutePath().normalize();
        while (!Files.exists(place) && place.getParent() != null) {
            place = place.getParent();
        }
        if (!Files.isDirectory(place)) {
            throw new UserError(
                    "results cannot be written to '%s': %s is a file".formatted(folder, place));
        }
        if (!Files.isWritable(place)) {
            throw new UserError(
                    "results cannot be written to '%s': %s may not be written to"
                            .formatted(folder, place));
        }
    }
}
