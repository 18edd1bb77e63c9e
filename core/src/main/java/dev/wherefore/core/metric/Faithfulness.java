package dev.wherefore.core.metric;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.wherefore.core.image.Plane;
import java.util.ArrayList;
import java.util.List;

/**
 * What a network's score does when its picture is covered by a heatmap: a map is faithful if the
 * score stands without the cold places and falls without the hot ones. All numbers are in the
 * score's own unit. What is covered becomes 0 in the network's input, the mean colour of its
 * preprocessing.
 *
 * @param score the score of the picture as it is
 * @param drop how much it falls when the picture is multiplied by the heatmap, at least 0
 *     (Chattopadhay et al., 2018, section 4.1, absolute as in the {@code grad-cam} package)
 * @param increase whether it rises then
 * @param deletion its mean when the hottest 10, 30, 50, 70 and 90 % of the places are covered
 * @param insertion its mean when the coldest 10, 30, 50, 70 and 90 % are covered
 * @see <a href="https://arxiv.org/abs/1710.11063">Chattopadhay et al., Grad-CAM++, 2018</a>
 * @see <a href="https://arxiv.org/abs/1806.07421">Petsiuk et al., RISE, 2018, section 4.3</a>
 */
public record Faithfulness(
        double score, double drop, boolean increase, double deletion, double insertion) {

    private static final List<Double> SHARES = List.of(0.1, 0.3, 0.5, 0.7, 0.9);

    /**
     * Returns what the picture is to be multiplied by, one after the other, to find out.
     *
     * @param heat the heatmap {@code (H, W)} in [0, 1]
     * @return masks {@code (H, W)}: the heatmap itself, those without the hottest places, those
     *     without the coldest
     */
    public static List<Plane> masks(Plane heat) {
        List<Plane> masks = new ArrayList<>();
        masks.add(heat.map(v -> Math.max(0, Math.min(v, 1))));
        RankedPlaces ranked = RankedPlaces.of(heat);
        SHARES.forEach(share -> masks.add(ranked.withoutHottest(share)));
        int places = heat.height() * heat.width();
        for (double share : SHARES) {
            int covered = (int) Math.round(share * places);
            masks.add(ranked.onlyHottest((places - covered) / (double) places));
        }
        return List.copyOf(masks);
    }

    /**
     * Returns the numbers.
     *
     * @param score the score of the picture as it is
     * @param masked the scores of the picture multiplied by each of {@link #masks}
     * @return the numbers
     */
    public static Faithfulness of(double score, List<Double> masked) {
        int shares = SHARES.size();
        if (masked.size() != 1 + 2 * shares) {
            throw new IllegalArgumentException(
                    "a score for each of %d masks is needed, found %d"
                            .formatted(1 + 2 * shares, masked.size()));
        }
        return new Faithfulness(
                score,
                Math.max(score - masked.get(0), 0),
                masked.get(0) > score,
                mean(masked.subList(1, 1 + shares)),
                mean(masked.subList(1 + shares, masked.size())));
    }

    private static double mean(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    /**
     * Returns how much more of the score the hot places carry than the cold ones: insertion less
     * deletion. A map that is drawn by lot has about 0.
     *
     * @return the gap, in the score's unit; the more the better
     */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public double gap() {
        return insertion - deletion;
    }
}
