package dev.wherefore.core.image;

import dev.wherefore.core.IoReason;
import dev.wherefore.core.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the picture files that a user means by one string: a file, a folder, a glob or a list.
 *
 * <ul>
 *   <li>A file is taken as it is, whatever its ending.
 *   <li>A folder stands for the files right in it that end like pictures ({@code .png}, {@code
 *       .jpg}, {@code .jpeg}, {@code .webp}, {@code .gif} in any case); hidden files are passed
 *       over.
 *   <li>A glob ({@code photos/*.jpg}, {@code photos/**} with all folders below) stands for the
 *       files that match and end like pictures.
 *   <li>A list is a file ending in {@code .txt} with one file a line, relative to the list's own
 *       folder; empty lines and lines that start with {@code #} are passed over.
 * </ul>
 */
public final class PictureSource {

    private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg", ".webp", ".gif");
    private static final String ENDING_NAMES = String.join(", ", ENDINGS);

    private final Path base;

    /**
     * Constructs a source.
     *
     * @param base the folder that relative paths start from
     */
    public PictureSource(Path base) {
        this.base = base;
    }

    /**
     * Returns the files that a string stands for.
     *
     * @param written what the user wrote
     * @return the files, at least one, sorted, none twice
     * @throws UserError if nothing is there, nothing matches, or a list names a file that is not
     *     there
     */
    public List<Path> find(String written) {
        if (written.isBlank()) {
            throw new UserError("no picture is named: a file, folder, glob or list is wanted");
        }
        return findAny(written).stream().map(Path::normalize).distinct().sorted().toList();
    }

    private List<Path> findAny(String written) {
        if (Glob.is(written) && !isThere(written)) {
            return matching(written);
        }
        Path path = resolve(base, written);
        if (Files.isDirectory(path)) {
            return inFolder(path);
        }
        if (Files.exists(path)) {
            return lowerCase(path).endsWith(".txt") ? inList(path) : List.of(path);
        }
        throw new UserError(MissingFile.sentence(path));
    }

    private boolean isThere(String written) {
        try {
            return Files.exists(base.resolve(written));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static List<Path> inFolder(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> pictures = files.filter(PictureSource::endsLikePicture).toList();
            if (pictures.isEmpty()) {
                throw new UserError(
                        "folder " + folder + " holds no file that ends in " + ENDING_NAMES);
            }
            return pictures;
        } catch (IOException e) {
            throw new UserError("folder " + folder + " cannot be read: " + IoReason.of(e), e);
        }
    }

    private List<Path> matching(String written) {
        Glob glob = Glob.of(written);
        Path folder = glob.folder().isEmpty() ? base : resolve(base, glob.folder());
        if (!Files.isDirectory(folder)) {
            throw new UserError(
                    "nothing matches '%s': %s"
                            .formatted(written, MissingFile.folderSentence(folder)));
        }
        List<Path> files = glob.walk(folder);
        List<Path> pictures = files.stream().filter(PictureSource::endsLikePicture).toList();
        if (pictures.isEmpty()) {
            throw new UserError(
                    files.isEmpty()
                            ? "nothing matches '%s' in %s".formatted(written, folder)
                            : "'%s' matches %d file(s), but none that ends in %s"
                                    .formatted(written, files.size(), ENDING_NAMES));
        }
        return pictures;
    }

    private static List<Path> inList(Path list) {
        List<Path> pictures = new ArrayList<>();
        Path folder = Optional.ofNullable(list.getParent()).orElse(Path.of(""));
        int number = 0;
        for (String line : lines(list)) {
            number++;
            String entry = line.strip();
            if (entry.isEmpty() || entry.startsWith("#")) {
                continue;
            }
            Path picture = resolve(folder, entry);
            String where = "line " + number + " of " + list + ": ";
            if (Files.isDirectory(picture)) {
                throw new UserError(where + picture + " is a folder; a list names files");
            }
            if (!Files.exists(picture)) {
                throw new UserError(where + MissingFile.sentence(picture));
            }
            pictures.add(picture);
        }
        if (pictures.isEmpty()) {
            throw new UserError("list " + list + " names no picture; it wants one file a line");
        }
        return pictures;
    }

    private static List<String> lines(Path list) {
        try {
            String text = new String(Files.readAllBytes(list), StandardCharsets.UTF_8);
            return (text.startsWith("\ufeff") ? text.substring(1) : text).lines().toList();
        } catch (IOException e) {
            throw new UserError("list " + list + " cannot be read: " + IoReason.of(e), e);
        }
    }

    private static Path resolve(Path folder, String written) {
        try {
            return folder.resolve(written);
        } catch (InvalidPathException e) {
            throw new UserError("'" + written + "' is not a path: " + e.getReason(), e);
        }
    }

    private static boolean endsLikePicture(Path file) {
        String name = lowerCase(file);
        return !name.startsWith(".")
                && ENDINGS.stream().anyMatch(name::endsWith)
                && Files.isRegularFile(file);
    }

    private static String lowerCase(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }
}
