package dev.wherefore.core.scene.language;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a run of words does in a caption. */
enum Role {
    /** "two red buses". */
    OBJECTS,
    /** "a snowy scene". */
    THING,
    /** "in the snow", "at dusk". */
    PLACE,
    /** "there is". */
    THERE,
    /** "with", between a thing and what is in it. */
    WITH,
    /** "and", between objects. */
    AND,
    /** "in front of". */
    RELATION;

    private static final Set<String> BEFORE_PLACES = Set.of("at", "in", "on", "the");

    /** Every run of words that is always the same, and what it does. */
    static Map<String, Role> fixed() {
        Map<String, Role> texts = new TreeMap<>();
        Surroundings.allThings().forEach(text -> texts.put(text, THING));
        Surroundings.allPlacesAndTimes().forEach(text -> texts.put(text, PLACE));
        Arrays.stream(Relation.values()).forEach(how -> texts.put(how.label(), RELATION));
        texts.put(Captions.THERE_IS, THERE);
        texts.put(Captions.THERE_ARE, THERE);
        texts.put(Captions.WITH, WITH);
        texts.put(Captions.AND, AND);
        return texts;
    }

    /** What a word does within such a run. */
    WordKind kind(String word) {
        return switch (this) {
            case RELATION -> WordKind.RELATION;
            case THERE, WITH, AND -> WordKind.FUNCTION;
            case THING, PLACE -> place(word);
            case OBJECTS -> object(word);
        };
    }

    private static WordKind place(String word) {
        if (Nouns.isArticle(word)) {
            return WordKind.ARTICLE;
        }
        return BEFORE_PLACES.contains(word) ? WordKind.FUNCTION : WordKind.PLACE;
    }

    private static WordKind object(String word) {
        if (Nouns.isArticle(word)) {
            return WordKind.ARTICLE;
        }
        if (Nouns.counts().containsKey(word)) {
            return WordKind.COUNT;
        }
        if (word.equals(Nouns.IN)) {
            return WordKind.FUNCTION;
        }
        return Nouns.colour(word).isPresent() ? WordKind.COLOUR : WordKind.OBJECT;
    }
}
