package dev.wherefore.core;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** Says why a file could not be read or written, in words a user understands. */
public final class IoReason {

    private IoReason() {}

    /**
     * Returns the reason without the file's name, which the sentence around it has already.
     *
     * @param e what reading or writing threw
     * @return a few words, such as "no such file"
     */
    public static String of(IOException e) {
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
