package dev.wherefore.core.image;

import dev.wherefore.core.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * A folder without wildcards, and a pattern for the files below it.
 *
 * @param folder the folder's path, empty or ending in a slash
 * @param pattern what the paths of files must match, seen from the folder, with slashes
 */
record Glob(String folder, String pattern) {

    /** Returns whether a string holds wildcards. */
    static boolean is(String written) {
        return written.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
    }

    /** Returns the glob in a string that holds wildcards. */
    static Glob of(String written) {
        String slashes = written.replace(FileSystems.getDefault().getSeparator(), "/");
        int first = 0;
        while (!is(slashes.substring(0, first + 1))) {
            first++;
        }
        int cut = slashes.lastIndexOf('/', first) + 1;
        return new Glob(slashes.substring(0, cut), slashes.substring(cut));
    }

    /** Returns the files below a folder that match. */
    List<Path> walk(Path start) {
        PathMatcher matcher = matcher();
        int depth = pattern.contains("**") ? Integer.MAX_VALUE : pattern.split("/").length;
        try (Stream<Path> files = Files.walk(start, depth)) {
            return files.filter(f -> matcher.matches(start.relativize(f)))
                    .filter(Files::isRegularFile)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new UserError("folder " + start + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Java's globs, but that "**" and a slash may also stand for no folder at all. */
    private PathMatcher matcher() {
        String lenient = pattern.contains("{") ? pattern : pattern.replace("**/", "{**/,}");
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + lenient);
        } catch (PatternSyntaxException e) {
            throw new UserError(
                    "'%s' is not a glob: its brackets or braces do not match".formatted(pattern),
                    e);
        }
    }
}
