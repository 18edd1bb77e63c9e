package dev.wherefore.core.image;

import dev.wherefore.core.NearMatches;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Says of a path what is not there, and what there is instead. */
public final class MissingFile {

    private MissingFile() {}

    /**
     * Returns a sentence on a file that is not there and, if it does not exist, on the folder it
     * should be in, with near matches.
     *
     * @param file a file that does not exist
     * @return the sentence, with no final point
     */
    public static String sentence(Path file) {
        Path folder = parent(file);
        if (!Files.isDirectory(folder)) {
            return Files.exists(folder)
                    ? "there is no file " + file + ": " + folder + " is a file, not a folder"
                    : "there is no file " + file + ": " + folderSentence(folder);
        }
        return "there is no file " + file + hint(file, folder);
    }

    /** Returns a sentence on the first folder of the path that does not exist. */
    static String folderSentence(Path folder) {
        Path above = parent(folder);
        if (!Files.exists(above)) {
            return folderSentence(above);
        }
        return "there is no folder " + folder + hint(folder, above);
    }

    private static Path parent(Path path) {
        Path parent = path.toAbsolutePath().getParent();
        if (parent == null) {
            return path.toAbsolutePath();
        }
        Path written = path.getParent();
        return written == null ? parent : written;
    }

    private static String hint(Path missing, Path folder) {
        try (Stream<Path> siblings = Files.list(folder)) {
            List<String> names = siblings.map(p -> p.getFileName().toString()).sorted().toList();
            Path name = missing.getFileName();
            return name == null ? "" : NearMatches.hint(name.toString(), names);
        } catch (IOException e) {
            return "";
        }
    }
}
