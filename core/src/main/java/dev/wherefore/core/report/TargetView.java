package dev.wherefore.core.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * A number that was explained.
 *
 * @param title a few words: {@code "bus instead of car"}
 * @param target what the number is: {@code "logit of bus"}
 * @param score the number's value
 * @param label the class, word or answer, where it is one of the network's predictions
 * @param probability its probability, where it is one
 * @param maps a map for each method, and for each of several layers by itself
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record TargetView(
        String title,
        String target,
        float score,
        Optional<String> label,
        Optional<Float> probability,
        List<MapView> maps) {

    /** Copies the list. */
    public TargetView {
        maps = List.copyOf(maps);
    }
}
