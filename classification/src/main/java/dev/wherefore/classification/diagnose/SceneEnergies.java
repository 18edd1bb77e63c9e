package dev.wherefore.classification.diagnose;

import dev.wherefore.core.image.Plane;
import dev.wherefore.core.metric.HeatOnPicture;
import dev.wherefore.core.scene.Scene;
import dev.wherefore.core.scene.SceneObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a map's energy is shared among the things of a scene. */
final class SceneEnergies {

    private SceneEnergies() {}

    /** For each thing the share of all energy on what can be seen of it; 0 without evidence. */
    static Map<SceneObject, Double> of(Scene scene, HeatOnPicture heat) {
        Map<SceneObject, Double> shares = new LinkedHashMap<>();
        double all = heat.evidence() ? sum(heat.map(), (y, x) -> true) : 0;
        for (SceneObject object : scene.objects()) {
            double own =
                    all > 0 ? sum(heat.map(), (y, x) -> object.mask().contains(x, y)) / all : 0;
            shares.put(object, own);
        }
        return shares;
    }

    /** Chooses places. */
    @FunctionalInterface
    private interface Places {
        boolean has(int y, int x);
    }

    private static double sum(Plane map, Places places) {
        double sum = 0;
        for (int y = 0; y < map.height(); y++) {
            for (int x = 0; x < map.width(); x++) {
                sum += places.has(y, x) ? Math.max(0, map.at(y, x)) : 0;
            }
        }
        return sum;
    }
}
