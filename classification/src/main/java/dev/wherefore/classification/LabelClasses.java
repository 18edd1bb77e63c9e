package dev.wherefore.classification;

import dev.wherefore.core.UserError;
import dev.wherefore.core.dataset.DataLabel;
import dev.wherefore.core.target.Labels;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which of a network's classes is which label of the pictures: those that are called alike, by the
 * whole label or by its first word of several ("tench, Tinca tinca"), whatever the case, spaces,
 * dashes and underscores. A data set in the order of the network's classes needs no names.
 */
public final class LabelClasses {

    private static final int MOST = 16;

    private final Map<String, Integer> classes = new LinkedHashMap<>();
    private final List<String> facts = new ArrayList<>();

    /**
     * Finds the classes.
     *
     * @param wanted what the pictures can show
     * @param labels the network's labels
     * @param count how many classes it has
     * @throws UserError if no label of the network is one of theirs, or two are the same one
     */
    public LabelClasses(List<DataLabel> wanted, Labels labels, int count) {
        if (inOrder(wanted, count)) {
            wanted.forEach(label -> classes.put(label.name(), label.place().orElseThrow()));
            return;
        }
        List<String> names = IntStream.range(0, count).mapToObj(labels::name).toList();
        wanted.forEach(label -> find(label, names));
        if (classes.isEmpty()) {
            throw new UserError(
                    "none of the network's labels (%s) is one of what the pictures can show: %s"
                            .formatted(some(names), some(names(wanted))));
        }
        List<String> missing = new ArrayList<>(names(wanted));
        missing.removeAll(classes.keySet());
        if (!missing.isEmpty()) {
            facts.add("left out, since the network has no class for it: " + some(missing));
        }
        List<String> others =
                IntStream.range(0, count)
                        .filter(index -> !classes.containsValue(index))
                        .mapToObj(names::get)
                        .toList();
        if (!others.isEmpty()) {
            facts.add("ignored, since the pictures never show it: " + some(others));
        }
    }

    /** Whether the labels are in the order of the network's classes. */
    static boolean inOrder(List<DataLabel> wanted, int count) {
        return wanted.size() == count && wanted.stream().allMatch(l -> l.place().isPresent());
    }

    private void find(DataLabel label, List<String> names) {
        Set<String> called =
                Stream.concat(Stream.of(label.name()), label.aliases().stream())
                        .map(LabelClasses::plain)
                        .collect(Collectors.toCollection(HashSet::new));
        List<Integer> whole = matching(names, name -> called.contains(plain(name)));
        List<Integer> found =
                whole.isEmpty()
                        ? matching(names, name -> called.contains(plain(name.split(",", 2)[0])))
                        : whole;
        if (found.size() > 1) {
            throw new UserError("the label '" + label.name() + "' stands for several classes");
        }
        found.forEach(index -> classes.put(label.name(), index));
    }

    private static List<Integer> matching(List<String> names, Predicate<String> matches) {
        return IntStream.range(0, names.size())
                .filter(index -> matches.test(names.get(index)))
                .boxed()
                .toList();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
    }

    private static List<String> names(List<DataLabel> labels) {
        return labels.stream().map(DataLabel::name).toList();
    }

    private static String some(List<String> names) {
        String rest = names.size() > MOST ? " and " + (names.size() - MOST) + " more" : "";
        return names.stream().limit(MOST).collect(Collectors.joining(", ")) + rest;
    }

    /**
     * Returns the labels that the network has a class for.
     *
     * @return each with the class's index, in their order
     */
    public Map<String, Integer> classes() {
        return Collections.unmodifiableMap(classes);
    }

    /**
     * Returns the class of a label.
     *
     * @param label the label's name
     * @return the class's index, if the network has one
     */
    public Optional<Integer> of(String label) {
        return Optional.ofNullable(classes.get(label));
    }

    /** The label of a class, if the pictures can show it. */
    Optional<String> label(int index) {
        return classes.entrySet().stream()
                .filter(entry -> entry.getValue() == index)
                .map(Map.Entry::getKey)
                .findFirst();
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
