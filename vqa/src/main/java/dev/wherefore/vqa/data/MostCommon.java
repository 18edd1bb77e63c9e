package dev.wherefore.vqa.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answer that most people gave. */
final class MostCommon {

    private MostCommon() {}

    /** The answer, the earliest of several that are equally common; none if nobody said a word. */
    static Optional<String> of(List<String> answers) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String answer : answers) {
            if (!answer.isBlank()) {
                counts.merge(answer, 1, Integer::sum);
            }
        }
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
