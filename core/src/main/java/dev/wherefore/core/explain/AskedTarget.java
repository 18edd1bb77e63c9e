package dev.wherefore.core.explain;

import dev.wherefore.core.check.LayerOrder;
import dev.wherefore.core.check.PictureChange;
import dev.wherefore.core.image.PixelMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * A target in a picture, and how sure the network was of it after changes that several maps ask
 * about.
 */
final class AskedTarget {

    private final AskedNetwork network;
    private final int picture;
    private final int target;
    private final Map<PictureChange, Double> known = new HashMap<>();

    AskedTarget(AskedNetwork network, int picture, int target) {
        this.network = network;
        this.picture = picture;
        this.target = target;
    }

    PixelMap picture() {
        return network.picture(picture);
    }

    /** What chance is drawn from: the picture itself, so that batches have no part in it. */
    long seed() {
        return network.seed(picture, target);
    }

    double[] confidences(List<PixelMap> changed) {
        return network.confidences(picture, target, changed);
    }

    double[] confidencesAfter(List<PictureChange> changes) {
        Map<PictureChange, PixelMap> unknown = new LinkedHashMap<>();
        for (PictureChange change : changes) {
            if (!known.containsKey(change)) {
                unknown.put(change, change.of(picture()));
            }
        }
        if (!unknown.isEmpty()) {
            double[] found = confidences(List.copyOf(unknown.values()));
            int next = 0;
            for (PictureChange change : unknown.keySet()) {
                known.put(change, found[next++]);
            }
        }
        return changes.stream().mapToDouble(change -> known.getOrDefault(change, 0.0)).toArray();
    }

    Explanation explained(int method, PixelMap changed) {
        return network.explained(picture, target, method, changed);
    }

    Explanation explainedAfter(int method, PictureChange change) {
        return network.explainedAfter(picture, target, method, change);
    }

    Explanation explainedOther(int method) {
        return network.explainedOther(picture, target, method);
    }

    /** The same target explained while layers have random weights, a step after the other. */
    List<Randomised> randomised(LayerOrder order) {
        return network.randomised(order).stream()
                .map(
                        step ->
                                new Randomised(
                                        step.share(),
                                        m -> network.of(step.found(), picture, target, m)))
                .toList();
    }

    /**
     * A step.
     *
     * @param share which share of the layers has had its turn
     * @param byMethod the explanation by each method
     */
    record Randomised(double share, IntFunction<Explanation> byMethod) {

        Explanation of(int method) {
            return byMethod.apply(method);
        }
    }
}
