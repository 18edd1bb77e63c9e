package dev.wherefore.core.scene.language;

import dev.wherefore.core.scene.Colour;
import dev.wherefore.core.scene.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** English as far as scenes need it. */
final class Nouns {

    private static final List<String> ARTICLES = List.of("a", "an");
    private static final List<String> NUMBERS = List.of("two", "three", "four", "five");

    /** The word between a person and the colour that it wears. */
    static final String IN = "in";

    private Nouns() {}

    /** The words for one of a kind, {@code ["fire", "hydrant"]}. */
    static List<String> singular(Kind kind) {
        return List.of(kind.label().split(" ", -1));
    }

    /** The words for several of a kind, {@code ["fire", "hydrants"]}. */
    static List<String> plural(Kind kind) {
        String noun =
                switch (kind) {
                    case BUS -> "buses";
                    case BENCH -> "benches";
                    case PERSON -> "people";
                    default -> kind.label() + "s";
                };
        return List.of(noun.split(" ", -1));
    }

    /** A noun with the colour of the thing, or of what the person wears. */
    static List<String> described(List<String> noun, Optional<Colour> colour, Kind kind) {
        if (colour.isEmpty()) {
            return noun;
        }
        List<String> said = List.of(colour.get().label());
        return kind == Kind.PERSON
                ? Stream.of(noun, List.of(IN), said).flatMap(List::stream).toList()
                : Stream.of(said, noun).flatMap(List::stream).toList();
    }

    /** Whether "animal" is a word for it. */
    static boolean isAnimal(Kind kind) {
        return kind == Kind.DOG || kind == Kind.CAT || kind == Kind.BIRD;
    }

    /** The article before a word. */
    static String article(String word) {
        return ARTICLES.get("aeiou".indexOf(word.charAt(0)) >= 0 ? 1 : 0);
    }

    /** The word before one or more things, of which {@code first} begins the rest. */
    static String count(int count, String first) {
        return count == 1 ? article(first) : NUMBERS.get(count - 2);
    }

    /** The colour that a word names, if it names one. */
    static Optional<Colour> colour(String word) {
        return Stream.of(Colour.values()).filter(c -> c.label().equals(word)).findFirst();
    }

    /** All words that may stand before things, with how many they say: an article says one. */
    static Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        ARTICLES.forEach(article -> counts.put(article, 1));
        for (int i = 0; i < NUMBERS.size(); i++) {
            counts.put(NUMBERS.get(i), i + 2);
        }
        return counts;
    }

    static boolean isArticle(String word) {
        return ARTICLES.contains(word);
    }

    /** Whether there is a word for so many. */
    static boolean canCount(int count) {
        return count >= 1 && count <= NUMBERS.size() + 1;
    }
}
