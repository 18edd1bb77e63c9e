package dev.wherefore.core.evaluate;

import dev.wherefore.core.dataset.Contents;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.image.Size;
import dev.wherefore.core.metric.HeatOnPicture;
import dev.wherefore.core.metric.Truth;
import dev.wherefore.core.scene.Mask;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** A label for each pixel of a picture: 0 for the background, else the label's place from 1. */
final class LabelMap {

    /** Of a pixel of which it is not known what it shows. */
    static final int UNKNOWN = 255;

    private final Size size;
    private final int[] labels;

    private LabelMap(Size size, IntFunction<Integer> label) {
        this.size = size;
        this.labels = new int[size.height() * size.width()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = label.apply(i);
        }
    }

    /**
     * Cuts a picture by heatmaps, each as a share of its own maximum: a pixel is of the label with
     * the largest share, if that reaches the threshold.
     *
     * @param size the picture's size
     * @param heats a heatmap on the picture for each label; those that say nothing are left out
     * @param threshold the least share
     */
    static LabelMap of(Size size, Map<Integer, HeatOnPicture> heats, double threshold) {
        Map<Integer, Plane> shares = new TreeMap<>();
        heats.forEach(
                (label, heat) -> {
                    if (heat.evidence()) {
                        float max = heat.map().max();
                        shares.put(label, heat.map().map(v -> v / max));
                    }
                });
        return new LabelMap(
                size,
                i -> {
                    int best = 0;
                    float most = 0;
                    for (Map.Entry<Integer, Plane> entry : shares.entrySet()) {
                        float share = entry.getValue().at(i / size.width(), i % size.width());
                        if (share >= threshold && share > most) {
                            best = entry.getKey();
                            most = share;
                        }
                    }
                    return best;
                });
    }

    /**
     * Returns what is true of a picture. Of two things on one pixel the smaller one is there. What
     * is shown and not located is unknown: the network has no class for it.
     *
     * @param size the picture's size
     * @param places the place of each label, from 1
     * @param located where the labels are that the network knows
     * @param contents what the picture shows
     */
    static LabelMap truth(
            Size size, Map<String, Integer> places, Map<String, Truth> located, Contents contents) {
        List<Map.Entry<Integer, Mask>> masks = new ArrayList<>();
        located.forEach(
                (label, truth) ->
                        masks.add(Map.entry(places.getOrDefault(label, 0), truth.mask())));
        masks.sort(Comparator.comparingInt(entry -> entry.getValue().area()));
        List<Mask> unknown = new ArrayList<>(contents.unknown().stream().toList());
        contents.labels().stream()
                .filter(label -> !located.containsKey(label))
                .flatMap(label -> contents.truth(label).stream())
                .forEach(truth -> unknown.add(truth.mask()));
        return new LabelMap(
                size,
                i -> {
                    int y = i / size.width();
                    int x = i % size.width();
                    return masks.stream()
                            .filter(entry -> entry.getValue().contains(x, y))
                            .map(Map.Entry::getKey)
                            .findFirst()
                            .orElse(
                                    unknown.stream().anyMatch(mask -> mask.contains(x, y))
                                            ? UNKNOWN
                                            : 0);
                });
    }

    Size size() {
        return size;
    }

    /** The label of a pixel, {@code y * width + x}. */
    int at(int pixel) {
        return labels[pixel];
    }
}
