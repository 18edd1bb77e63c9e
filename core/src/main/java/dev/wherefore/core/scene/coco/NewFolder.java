package dev.wherefore.core.scene.coco;

import dev.wherefore.core.IoReason;
import dev.wherefore.core.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A folder that is whole or not there: it is filled under another name beside its place, {@code
 * .wherefore-….part}, and then moved there.
 */
final class NewFolder {

    private final Path folder;
    private final Path part;

    /**
     * Begins a folder.
     *
     * @param folder its place
     * @param overwrite whether one that is there may be replaced
     * @param ours which files of one that is there, by their path in it, may be replaced
     * @throws UserError if there is something that may not be replaced, or the folder cannot be
     *     made
     */
    NewFolder(Path folder, boolean overwrite, Predicate<Path> ours) {
        this.folder = folder.toAbsolutePath().normalize();
        this.part = beside();
        try {
            refuse(overwrite, ours);
            Files.createDirectories(part);
        } catch (IOException e) {
            throw new UserError("cannot write '%s': %s".formatted(folder, IoReason.of(e)), e);
        }
    }

    private Path beside() {
        Path parent = Optional.ofNullable(folder.getParent()).orElse(folder);
        return parent.resolve(".wherefore-" + UUID.randomUUID() + ".part");
    }

    private void refuse(boolean overwrite, Predicate<Path> ours) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new UserError(folder + " is a file; the scenes need a folder");
        }
        if (!overwrite && !isEmpty()) {
            throw new UserError(
                    folder
                            + " is not empty; choose another place by --out or replace it by"
                            + " --overwrite");
        }
        Optional<Path> strange = strange(ours);
        if (strange.isPresent()) {
            throw new UserError(
                    "%s holds '%s', which is not of scenes and would be lost; choose another place by --out"
                            .formatted(folder, strange.get()));
        }
    }

    private boolean isEmpty() throws IOException {
        if (!Files.isDirectory(folder)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private Optional<Path> strange(Predicate<Path> ours) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !Files.isDirectory(file))
                    .map(folder::relativize)
                    .filter(ours.negate())
                    .findFirst();
        } catch (UncheckedIOException e) {
            throw Optional.ofNullable(e.getCause()).orElseThrow();
        }
    }

    /** Where to put a file for now. */
    Path file(String name) {
        return part.resolve(name);
    }

    /** Moves the folder to its place. */
    void finish() throws IOException {
        Path old = beside();
        boolean replaces = Files.isDirectory(folder);
        if (replaces) {
            Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
        if (replaces) {
            delete(old);
        }
    }

    /** Deletes what has not been finished. */
    void discard() throws IOException {
        delete(part);
    }

    private static void delete(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> files = Files.walk(root)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.deleteIfExists(each);
        }
    }
}
