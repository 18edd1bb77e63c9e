package dev.wherefore.launcher;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where results go. */
final class ResultFolder {

    private ResultFolder() {}

    /** Returns the folder of the command line, else that of the config, else one named for it. */
    static Path of(@Nullable Path option, Optional<Path> key, Path config) {
        if (option != null) {
            return option;
        }
        String file = String.valueOf(config.getFileName());
        int dot = file.lastIndexOf('.');
        return key.orElse(Path.of("runs", dot > 0 ? file.substring(0, dot) : file));
    }
}
