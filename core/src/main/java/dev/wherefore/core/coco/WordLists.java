package dev.wherefore.core.coco;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads the lists of words beside this class. */
final class WordLists {

    private WordLists() {}

    /** The lines of a list that say something: neither empty nor beginning with {@code #}. */
    static List<String> lines(String name) {
        InputStream in = Objects.requireNonNull(WordLists.class.getResourceAsStream(name), name);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
