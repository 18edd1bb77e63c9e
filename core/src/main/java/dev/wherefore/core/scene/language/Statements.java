package dev.wherefore.core.scene.language;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a caption says, as {@link CaptionReader} reads it.
 *
 * @param words its words, each with what it does
 * @param objects the phrases that name objects, in the order of the words
 * @param relations how the objects of a phrase are said to lie to those of the next
 * @param places where and when it is said to be
 */
public record Statements(
        List<ReadWord> words,
        List<SaidObjects> objects,
        List<SaidRelation> relations,
        List<SaidPlace> places) {

    /** Copies the lists. */
    public Statements {
        words = List.copyOf(words);
        objects = List.copyOf(objects);
        relations = List.copyOf(relations);
        places = List.copyOf(places);
    }

    /**
     * Returns the words that fit no grammar.
     *
     * @return their places, from 0, in order
     */
    public List<Integer> unread() {
        return positions(0, words.size(), List.of(WordKind.UNREAD));
    }

    /** The places of the words of some kinds, among those from one place to another. */
    List<Integer> positions(int first, int end, List<WordKind> kinds) {
        return IntStream.range(first, end)
                .filter(i -> kinds.contains(words.get(i).kind()))
                .boxed()
                .toList();
    }
}
