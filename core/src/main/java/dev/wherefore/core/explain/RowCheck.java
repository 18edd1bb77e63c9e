package dev.wherefore.core.explain;

import ai.djl.ndarray.NDArray;
import dev.wherefore.core.network.LayerRun;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Knows where rows go through the rest of a network without meeting each other, which sharing a
 * pass among targets stands on. A network that mixes its rows ({@code x - x.mean(0)}) gives no
 * error and wrong maps, so the first shared pass at a layer pays for one more product to find out.
 */
final class RowCheck {

    private final Map<List<LayerRun>, Boolean> known = new ConcurrentHashMap<>();

    /**
     * Returns whether rows stay apart behind some layers.
     *
     * @param layers the tapped layers
     * @param gradientOfOneRow the gradient of the first row's score at the first layer, {@code (R,
     *     …)}
     */
    boolean areApart(List<LayerRun> layers, Supplier<NDArray> gradientOfOneRow) {
        return known.computeIfAbsent(layers, l -> othersAreZero(gradientOfOneRow.get()));
    }

    private static boolean othersAreZero(NDArray gradient) {
        if (gradient.getShape().get(0) == 1) {
            return true;
        }
        try (NDArray others = gradient.get("1:");
                NDArray magnitudes = others.abs();
                NDArray largest = magnitudes.max()) {
            return largest.getFloat() == 0;
        }
    }
}
