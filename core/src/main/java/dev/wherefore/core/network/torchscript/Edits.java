package dev.wherefore.core.network.torchscript;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Insertions and replacements in a text, collected first and made all at once. */
final class Edits {

    private record Edit(int from, int to, String with) {}

    private final List<Edit> edits = new ArrayList<>();

    void insert(int at, String text) {
        edits.add(new Edit(at, at, text));
    }

    void replace(int from, int to, String with) {
        edits.add(new Edit(from, to, with));
    }

    boolean isEmpty() {
        return edits.isEmpty();
    }

    /**
     * The part {@code [start, end)} of a text with the edits made; at one place, insertions first.
     */
    String apply(String text, int start, int end) {
        List<Edit> sorted = new ArrayList<>(edits);
        sorted.sort(Comparator.comparingInt(Edit::from).thenComparingInt(Edit::to));
        StringBuilder result = new StringBuilder();
        int at = start;
        for (Edit edit : sorted) {
            result.append(text, at, edit.from()).append(edit.with());
            at = edit.to();
        }
        return result.append(text, at, end).toString();
    }
}
