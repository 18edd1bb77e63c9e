package dev.wherefore.vqa.score;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Puts the apostrophes into contractions that were written without them. */
final class Contractions {

    private static final String LIST = "contractions.txt";
    private static final Map<String, String> STANDARD = read();

    private Contractions() {}

    /** The word as the evaluation writes it; the word itself if it is no such contraction. */
    static String standard(String word) {
        return STANDARD.getOrDefault(word, word);
    }

    private static Map<String, String> read() {
        InputStream in = Objects.requireNonNull(Contractions.class.getResourceAsStream(LIST), LIST);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", -1))
                    .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + LIST, e);
        }
    }
}
