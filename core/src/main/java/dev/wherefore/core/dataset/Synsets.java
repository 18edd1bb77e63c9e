package dev.wherefore.core.dataset;

import dev.wherefore.core.IoReason;
import dev.wherefore.core.UserError;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * WordNet's sets of synonyms in the order of a network's classes: a file with lines like {@code
 * n01440764 tench, Tinca tinca}.
 */
final class Synsets {

    private static final String LINE = "n\\d{8}\\s+\\S.*";

    private final Map<String, DataLabel> byId;

    private Synsets(Map<String, DataLabel> byId) {
        this.byId = new LinkedHashMap<>(byId);
    }

    static Synsets read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file).stream().map(String::strip).toList();
            List<String> used = lines.stream().filter(line -> !line.isEmpty()).toList();
            for (String line : used) {
                if (!line.matches(LINE)) {
                    throw new UserError(
                            "%s has the line '%s'; lines like 'n01440764 tench, Tinca tinca' are wanted"
                                    .formatted(file, line));
                }
            }
            if (used.isEmpty()) {
                throw new UserError(
                        file + " is empty; lines like 'n01440764 tench, Tinca tinca' are wanted");
            }
            return of(used);
        } catch (CharacterCodingException e) {
            throw new UserError(file + " is not a text file in UTF-8", e);
        } catch (IOException e) {
            throw new UserError(file + " cannot be read: " + IoReason.of(e), e);
        }
    }

    private static Synsets of(List<String> lines) {
        Map<String, Integer> firsts = new HashMap<>();
        lines.forEach(line -> firsts.merge(first(line), 1, Integer::sum));
        Map<String, DataLabel> byId = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String id = id(line);
            boolean alone = firsts.getOrDefault(first(line), 0) == 1;
            String name = alone ? first(line) : first(line) + " (" + id + ")";
            List<String> others = new ArrayList<>(List.of(id, words(line)));
            byId.put(id, new DataLabel(name, others, OptionalInt.of(i)));
        }
        return new Synsets(byId);
    }

    private static String id(String line) {
        return line.split("\\s+", 2)[0];
    }

    private static String words(String line) {
        return line.split("\\s+", 2)[1];
    }

    private static String first(String line) {
        return words(line).split(",", 2)[0].strip();
    }

    /** What things of a WordNet id are called; two may share a first word, not a name. */
    Optional<String> name(String id) {
        return Optional.ofNullable(byId.get(id)).map(DataLabel::name);
    }

    List<DataLabel> labels() {
        return List.copyOf(byId.values());
    }
}
