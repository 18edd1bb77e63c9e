package dev.wherefore.core.scene.language;

import dev.wherefore.core.scene.Colour;
import dev.wherefore.core.scene.Kind;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All words that {@link Captions} can use, of whatever scene. */
public final class SceneWords {

    private static final SortedMap<String, Set<WordKind>> KINDS = collect();

    private SceneWords() {}

    /**
     * Returns the words.
     *
     * @return the words in lower case, in alphabetical order
     */
    public static List<String> all() {
        return List.copyOf(KINDS.keySet());
    }

    /**
     * Returns what a word can do in a caption.
     *
     * @param word a word
     * @return what it can do, more than one thing for a word such as "in"; nothing for a word that
     *     no caption has
     */
    public static Set<WordKind> kinds(String word) {
        return KINDS.getOrDefault(word, Set.of());
    }

    private static SortedMap<String, Set<WordKind>> collect() {
        SortedMap<String, Set<WordKind>> kinds = new TreeMap<>();
        for (Kind kind : Kind.values()) {
            add(kinds, Role.OBJECTS, Nouns.singular(kind));
            add(kinds, Role.OBJECTS, Nouns.plural(kind));
        }
        add(kinds, Role.OBJECTS, Stream.of(Colour.values()).map(Colour::label).toList());
        add(kinds, Role.OBJECTS, Nouns.counts().keySet());
        add(kinds, Role.OBJECTS, List.of(Nouns.IN));
        for (Map.Entry<String, Role> fixed : Role.fixed().entrySet()) {
            add(kinds, fixed.getValue(), List.of(fixed.getKey().split(" ", -1)));
        }
        kinds.replaceAll((word, set) -> Collections.unmodifiableSet(set));
        return Collections.unmodifiableSortedMap(kinds);
    }

    private static void add(Map<String, Set<WordKind>> kinds, Role role, Iterable<String> words) {
        for (String word : words) {
            kinds.computeIfAbsent(word, w -> EnumSet.noneOf(WordKind.class)).add(role.kind(word));
        }
    }
}
