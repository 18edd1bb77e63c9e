package dev.wherefore.core.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * What a task notes of a scene, to tell in the end how good the network was. Plain numbers and
 * words, so that they can be kept in a file and handed back to a program that goes on.
 *
 * @param numbers numbers by name, of each name one after the other
 * @param words texts
 */
public record SceneNotes(Map<String, List<Double>> numbers, List<String> words) {

    /** Nothing. */
    public static final SceneNotes NONE = new SceneNotes(Map.of(), List.of());

    /** Copies the lists. */
    public SceneNotes {
        Map<String, List<Double>> copied = new LinkedHashMap<>();
        numbers.forEach((name, values) -> copied.put(name, List.copyOf(values)));
        numbers = copied;
        words = List.copyOf(words);
    }

    /**
     * Hands out the numbers of a name.
     *
     * @param name the name; without numbers of this name nothing is done
     * @param taker takes one after the other
     */
    public void forEach(String name, DoubleConsumer taker) {
        Optional.ofNullable(numbers.get(name)).ifPresent(values -> values.forEach(taker::accept));
    }

    /** Takes notes of one scene. */
    public static final class Taker {

        private final Map<String, List<Double>> numbers = new LinkedHashMap<>();
        private final List<String> words = new ArrayList<>();

        /** Constructs a taker of no notes so far. */
        public Taker() {}

        /**
         * Notes a number.
         *
         * @param name its name, which other numbers may have too
         * @param value the number
         */
        public void add(String name, double value) {
            numbers.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
        }

        /**
         * Notes a text.
         *
         * @param text the text
         */
        public void add(String text) {
            words.add(text);
        }

        /**
         * Returns what was noted.
         *
         * @return the notes
         */
        public SceneNotes notes() {
            return new SceneNotes(numbers, words);
        }
    }
}
