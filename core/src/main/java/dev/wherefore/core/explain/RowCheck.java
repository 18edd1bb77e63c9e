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
        Boolean before = known.get(layers);
        if (before != null) {
            return before;
        }
        NDArray gradient = gradientOfOneRow.get();
        boolean apart = gradient.getShape().get(0) == 1 || isZero(gradient, "1:");
        // a first row that is zero itself proves nothing: the next pass looks again
        if (!apart || !isZero(gradient, "0:1")) {
            known.put(layers, apart);
        }
        return apart;
    }

    private static boolean isZero(NDArray gradient, String rows) {
        try (NDArray some = gradient.get(rows);
                NDArray magnitudes = some.abs();
                NDArray largest = magnitudes.max()) {
            return largest.getFloat() == 0;
        }
    }
}
