package dev.wherefore.core.check;

import dev.wherefore.core.image.PixelMap;
import dev.wherefore.core.metric.MetricCard;
import dev.wherefore.core.metric.RankedPlaces;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The deletion and the insertion metric: the mean confidence while the picture is covered, the
 * hottest places first, or uncovered, the hottest first. What is covered is 0 in the network's
 * input, the mean colour of the preprocessing.
 *
 * <p>The curve has eleven points, at every tenth of the places, where the paper has one for every
 * 224 pixels; and the picture is uncovered from the mean colour for both, where the paper begins
 * insertion with a blurred picture. Places that are equally hot are ordered by lot, in patches.
 *
 * @see <a href="https://arxiv.org/abs/1806.07421">Petsiuk et al., RISE, 2018, section 4.3</a>
 */
final class Covering implements Check {

    /** How many steps a curve has. */
    private static final int STEPS = 10;

    private final boolean deletes;

    private Covering(boolean deletes) {
        this.deletes = deletes;
    }

    static Covering deletion() {
        return new Covering(true);
    }

    static Covering insertion() {
        return new Covering(false);
    }

    @Override
    public MetricCard card() {
        return new MetricCard(
                deletes ? "deletion" : "insertion",
                deletes ? "deletion" : "insertion",
                deletes
                        ? "The mean confidence while the hottest places are covered first."
                        : "The mean confidence while the hottest places are uncovered first.",
                0,
                1,
                !deletes,
                "Petsiuk et al., 2018, arXiv 1806.07421, section 4.3, in ten steps");
    }

    @Override
    public String passes() {
        return STEPS + " forward passes for each map, and 1 for each target";
    }

    @Override
    public Finding of(CheckedMap map) {
        RankedPlaces ranked = RankedPlaces.byLot(map.heat(), map.dice());
        List<PixelMap> changed = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        for (int step = 0; step <= STEPS; step++) {
            double share = (double) step / STEPS;
            shares.add(share);
            boolean whole = step == (deletes ? 0 : STEPS);
            if (!whole) {
                changed.add(
                        map.picture()
                                .times(
                                        deletes
                                                ? ranked.withoutHottest(share)
                                                : ranked.onlyHottest(share)));
            }
        }
        List<Double> confidences = new ArrayList<>();
        for (double confidence : map.confidences(changed)) {
            confidences.add(confidence);
        }
        confidences.add(deletes ? 0 : STEPS, map.confidence());
        Curve curve = new Curve(card().name(), shares, confidences);
        return new Finding(OptionalDouble.of(curve.area()), List.of(curve));
    }
}
