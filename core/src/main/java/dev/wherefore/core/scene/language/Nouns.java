package dev.wherefore.core.scene.language;

import dev.wherefore.core.scene.Kind;
import java.util.List;

/** English as far as scenes need it. */
final class Nouns {

    private static final List<String> NUMBERS = List.of("two", "three", "four", "five");

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

    /** Whether "animal" is a word for it. */
    static boolean isAnimal(Kind kind) {
        return kind == Kind.DOG || kind == Kind.CAT || kind == Kind.BIRD;
    }

    /** The article before a word. */
    static String article(String word) {
        return "aeiou".indexOf(word.charAt(0)) >= 0 ? "an" : "a";
    }

    /** The word before one or more things, of which {@code first} begins the rest. */
    static String count(int count, String first) {
        return count == 1 ? article(first) : NUMBERS.get(count - 2);
    }

    /** Whether there is a word for so many. */
    static boolean canCount(int count) {
        return count >= 1 && count <= NUMBERS.size() + 1;
    }
}
