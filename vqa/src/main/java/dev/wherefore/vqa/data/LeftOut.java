package dev.wherefore.vqa.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The records of a file that could not be used. */
final class LeftOut {

    private final Path file;
    private final String unit;
    private final Map<QuestionFault, Count> counts = new EnumMap<>(QuestionFault.class);

    /**
     * @param many how many there were, at least 1
     * @param first the number of the first
     */
    private record Count(int many, long first) {}

    /**
     * @param file the file
     * @param unit what a record's number counts
     */
    LeftOut(Path file, String unit) {
        this.file = file;
        this.unit = unit;
    }

    void add(QuestionFault fault, long number) {
        counts.merge(fault, new Count(1, number), (a, b) -> new Count(a.many() + 1, a.first()));
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    boolean has(QuestionFault fault) {
        return counts.containsKey(fault);
    }

    Map<QuestionFault, Integer> counts() {
        Map<QuestionFault, Integer> numbers = new EnumMap<>(QuestionFault.class);
        counts.forEach((fault, count) -> numbers.put(fault, count.many()));
        return numbers;
    }

    /** "a question without text, 2, the first is question 17", for each reason there was. */
    List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        counts.forEach(
                (fault, count) ->
                        reasons.add(
                                "%s, %d, the first is %s %d"
                                        .formatted(
                                                fault.what(), count.many(), unit, count.first())));
        return reasons;
    }

    /** One fact for each reason. */
    List<String> facts() {
        return reasons().stream()
                .map(reason -> "left out: %s of %s".formatted(reason, file))
                .toList();
    }
}
