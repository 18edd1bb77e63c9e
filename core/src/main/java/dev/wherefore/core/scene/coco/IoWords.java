package dev.wherefore.core.scene.coco;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** Says why a file could not be read or written, in words a user understands. */
final class IoWords {

    private IoWords() {}

    static String of(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "no such file";
        }
        if (e instanceof AccessDeniedException) {
            return "access is denied";
        }
        Optional<String> reason =
                e instanceof FileSystemException system
                        ? Optional.ofNullable(system.getReason())
                        : Optional.ofNullable(e.getMessage());
        return reason.orElse(e.getClass().getSimpleName());
    }
}
