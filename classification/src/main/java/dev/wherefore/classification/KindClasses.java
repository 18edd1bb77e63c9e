package dev.wherefore.classification;

import dev.wherefore.core.UserError;
import dev.wherefore.core.scene.Kind;
import dev.wherefore.core.target.Labels;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which of a network's classes is which kind of thing: those whose labels are the kinds' names. */
public final class KindClasses {

    private final Map<Kind, Integer> classes = new EnumMap<>(Kind.class);
    private final List<String> facts = new ArrayList<>();

    /**
     * Finds the kinds.
     *
     * @param labels the network's labels
     * @param count how many classes it has
     * @throws UserError if no label is a kind's name, or two are the same one
     */
    public KindClasses(Labels labels, int count) {
        List<String> names = IntStream.range(0, count).mapToObj(labels::name).toList();
        for (Kind kind : Kind.values()) {
            int index = names.indexOf(kind.label());
            if (index >= 0) {
                if (names.lastIndexOf(kind.label()) > index) {
                    throw new UserError(
                            "the label '" + kind.label() + "' stands for several classes");
                }
                classes.put(kind, index);
            }
        }
        if (classes.isEmpty()) {
            throw new UserError(
                    "none of the network's labels (%s) is a kind of thing that scenes show: %s"
                            .formatted(some(names), String.join(", ", kinds())));
        }
        List<String> missing = new ArrayList<>(kinds());
        missing.removeAll(names);
        if (!missing.isEmpty()) {
            facts.add("left out, since the network has no class for it: " + some(missing));
        }
        List<String> others = new ArrayList<>(names);
        others.removeAll(kinds());
        if (!others.isEmpty()) {
            facts.add("ignored, since scenes never show it: " + some(others));
        }
    }

    private static List<String> kinds() {
        return Stream.of(Kind.values()).map(Kind::label).toList();
    }

    private static String some(List<String> names) {
        int most = Kind.values().length;
        String rest = names.size() > most ? " and " + (names.size() - most) + " more" : "";
        return names.stream().limit(most).collect(Collectors.joining(", ")) + rest;
    }

    /**
     * Returns the kinds that the network has a class for.
     *
     * @return each with the class's index, in the kinds' order
     */
    public Map<Kind, Integer> classes() {
        return new EnumMap<>(classes);
    }

    /**
     * Returns what is left out and ignored.
     *
     * @return in sentences
     */
    public List<String> facts() {
        return List.copyOf(facts);
    }
}
