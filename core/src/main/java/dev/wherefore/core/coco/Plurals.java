package dev.wherefore.core.coco;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The plurals of English nouns, regular or not. */
final class Plurals {

    private static final String MAN = "man";
    private static final Map<String, List<String>> IRREGULAR = read();

    private Plurals() {}

    private static Map<String, List<String>> read() {
        Map<String, List<String>> irregular = new HashMap<>();
        for (String line : WordLists.lines("irregular-plurals.txt")) {
            List<String> words = Arrays.asList(line.split(" ", -1));
            irregular.put(words.get(0), List.copyOf(words.subList(1, words.size())));
        }
        return irregular;
    }

    /** The plurals of a noun of one or more words: {@code "fire hydrants"}. */
    static List<String> of(String noun) {
        int last = noun.lastIndexOf(' ') + 1;
        String before = noun.substring(0, last);
        return word(noun.substring(last)).stream().map(before::concat).toList();
    }

    private static List<String> word(String word) {
        return Optional.ofNullable(IRREGULAR.get(word))
                .orElseGet(
                        () ->
                                word.endsWith(MAN)
                                        ? List.of(word.substring(0, word.length() - 2) + "en")
                                        : List.of(regular(word)));
    }

    private static String regular(String word) {
        if (word.matches(".*(s|x|z|ch|sh)")) {
            return word + "es";
        }
        return word.matches(".*[^aeiou]y")
                ? word.substring(0, word.length() - 1) + "ies"
                : word + "s";
    }
}
