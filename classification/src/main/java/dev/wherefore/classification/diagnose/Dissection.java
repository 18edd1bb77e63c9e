package dev.wherefore.classification.diagnose;

import dev.wherefore.core.image.Geometry;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.scene.Mask;
import dev.wherefore.core.scene.Scene;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Names the channels of a layer by what they fire on: a channel fires where its activation,
 * enlarged to the picture, passes the value that it passes at one place in 200 over all pictures;
 * its name is the concept whose pixels these share most with, as intersection over union over all
 * pictures, where that is above 0.05.
 *
 * @see <a href="https://arxiv.org/abs/1704.05796">Bau et al., Network Dissection, 2017, section
 *     2.2</a>
 * @see <a href="https://arxiv.org/abs/1610.02391">Selvaraju et al., Grad-CAM, section 7, for the
 *     0.05</a>
 */
final class Dissection {

    /** A channel with less in common than this has no name. */
    static final double LEAST = 0.05;

    private static final double FIRING = 0.005;

    private final List<Seen> seen = new ArrayList<>();

    /**
     * A scene and what the channels gave in it.
     *
     * @param activations a plane {@code (h, w)} for each channel
     */
    private record Seen(Scene scene, Geometry geometry, List<Plane> activations) {}

    /**
     * A channel's name.
     *
     * @param channel its number, from 0
     * @param concept what it fires on
     * @param iou the intersection over the union of where it fires and where the concept is
     * @param best the scene in which it fires most
     * @param geometry which part of that the network saw
     * @param map its activation there
     */
    record Named(
            int channel, String concept, double iou, Scene best, Geometry geometry, Plane map) {}

    /** Takes up a scene. */
    void add(Scene scene, Geometry geometry, List<Plane> activations) {
        seen.add(new Seen(scene, geometry, List.copyOf(activations)));
    }

    /** How many channels there are. */
    int channels() {
        return seen.isEmpty() ? 0 : seen.get(0).activations().size();
    }

    /** The channels that have a name, by their numbers. */
    Map<Integer, Named> names() {
        Map<Integer, Named> names = new HashMap<>();
        List<Map<String, Mask>> concepts = seen.stream().map(s -> Concepts.in(s.scene())).toList();
        for (int channel = 0; channel < channels(); channel++) {
            int own = channel;
            name(channel, concepts).ifPresent(named -> names.put(own, named));
        }
        return names;
    }

    private Optional<Named> name(int channel, List<Map<String, Mask>> concepts) {
        float threshold = threshold(channel);
        Overlaps overlaps = new Overlaps();
        for (int i = 0; i < seen.size(); i++) {
            Seen one = seen.get(i);
            Plane map = one.geometry().onPicture(enlarged(one, channel));
            overlaps.add(map, threshold, concepts.get(i));
        }
        return overlaps.best()
                .filter(best -> best.getValue() >= LEAST)
                .map(best -> named(channel, best.getKey(), best.getValue()));
    }

    private Named named(int channel, String concept, double iou) {
        Seen best =
                seen.stream()
                        .max(Comparator.comparing(one -> one.activations().get(channel).max()))
                        .orElseThrow();
        return new Named(
                channel, concept, iou, best.scene(), best.geometry(), enlarged(best, channel));
    }

    private static Plane enlarged(Seen one, int channel) {
        return one.activations()
                .get(channel)
                .resizeBilinear(one.geometry().input().height(), one.geometry().input().width());
    }

    /** The value that a channel passes at one place in 200. */
    private float threshold(int channel) {
        int places = seen.stream().mapToInt(s -> size(s.activations().get(channel))).sum();
        float[] all = new float[places];
        int at = 0;
        for (Seen one : seen) {
            float[] own = one.activations().get(channel).toArray();
            System.arraycopy(own, 0, all, at, own.length);
            at += own.length;
        }
        Arrays.sort(all);
        return all[(int) Math.min(places - 1L, Math.round((1 - FIRING) * places))];
    }

    private static int size(Plane plane) {
        return plane.height() * plane.width();
    }

    /** Pixels on which a channel fires, concepts are, and both. */
    private static final class Overlaps {

        private final Map<String, long[]> both = new HashMap<>();
        private long firing;

        void add(Plane map, float threshold, Map<String, Mask> concepts) {
            concepts.forEach(
                    (name, mask) ->
                            both.computeIfAbsent(name, key -> new long[2])[1] += mask.area());
            for (int y = 0; y < map.height(); y++) {
                for (int x = 0; x < map.width(); x++) {
                    if (map.at(y, x) > threshold) {
                        firing++;
                        count(x, y, concepts);
                    }
                }
            }
        }

        private void count(int x, int y, Map<String, Mask> concepts) {
            concepts.forEach(
                    (name, mask) -> {
                        if (mask.contains(x, y)) {
                            both.computeIfAbsent(name, key -> new long[2])[0]++;
                        }
                    });
        }

        /** The concept that shares most, and its intersection over union. */
        Optional<Map.Entry<String, Double>> best() {
            return both.entrySet().stream()
                    .map(
                            entry -> {
                                long shared = entry.getValue()[0];
                                long either = firing + entry.getValue()[1] - shared;
                                return Map.entry(
                                        entry.getKey(), either > 0 ? (double) shared / either : 0);
                            })
                    .max(Map.Entry.<String, Double>comparingByValue());
        }
    }
}
