package dev.wherefore.core.experiment;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** Says why a file could not be read or written, in words a user understands. */
final class IoReason {

    private IoReason() {}

    static String of(IOException e) {
        if (e instanceof NoSuchFileException || e instanceof FileNotFoundException) {
            return "no such file";
        }
        if (e instanceof AccessDeniedException) {
            return "access is denied";
        }
        if (e instanceof FileAlreadyExistsException exists) {
            return "'" + exists.getFile() + "' is not a folder";
        }
        if (e instanceof FileSystemException system) {
            return Optional.ofNullable(system.getReason()).orElse(e.getClass().getSimpleName());
        }
        return Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
    }
}
