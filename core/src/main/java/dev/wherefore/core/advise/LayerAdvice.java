package dev.wherefore.core.advise;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * How good a layer is for maps.
 *
 * @param layer its name
 * @param rank 1 for the best; none for a layer that gives no maps
 * @param height rows of its maps
 * @param width columns of its maps
 * @param maps how many maps were tried
 * @param gap by how much more the score stands on the hot places than on the cold ones: its mean
 *     over the maps, in the score's unit; a map that says nothing counts 0
 * @param drop the mean drop of the score when the picture is multiplied by the map
 * @param increase the share of maps with which the score rises then
 * @param seconds the time that a map took, the trial not counted
 * @param warnings what is wrong with it, a sentence each; none if nothing is
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record LayerAdvice(
        String layer,
        Optional<Integer> rank,
        int height,
        int width,
        int maps,
        double gap,
        double drop,
        double increase,
        double seconds,
        List<String> warnings) {

    /** Copies the list. */
    public LayerAdvice {
        warnings = List.copyOf(warnings);
    }

    static LayerAdvice refused(String layer, String reason) {
        return new LayerAdvice(layer, Optional.empty(), 0, 0, 0, 0, 0, 0, 0, List.of(reason));
    }

    LayerAdvice ranked(int place) {
        return new LayerAdvice(
                layer,
                Optional.of(place),
                height,
                width,
                maps,
                gap,
                drop,
                increase,
                seconds,
                warnings);
    }
}
