package dev.wherefore.core.network;

import java.util.List;
import java.util.Optional;

/**
 * What a pass shall leave behind besides its outputs.
 *
 * @param taps the layers to tap
 * @param rowsPerImage how many rows follow the first tapped layer for each picture (T, one a
 *     target)
 * @param cutRelus the layer below which every ReLU is cut: a name, {@code ""} for the whole
 *     network, or nothing
 * @param inputGradient whether the picture is a leaf to differentiate by
 */
public record PassRequest(
        List<LayerRun> taps, int rowsPerImage, Optional<String> cutRelus, boolean inputGradient) {

    /** Checks the numbers. */
    public PassRequest {
        taps = List.copyOf(taps);
        if (rowsPerImage < 1) {
            throw new IllegalArgumentException(
                    "rows per image must be at least 1, found " + rowsPerImage);
        }
    }

    /** A pass with nothing but outputs. */
    public static final PassRequest PLAIN = new PassRequest(List.of(), 1, Optional.empty(), false);

    /**
     * Returns a pass that taps layers.
     *
     * @param taps the layers
     * @param rowsPerImage how many rows follow for each picture
     * @return the request
     */
    public static PassRequest tap(List<LayerRun> taps, int rowsPerImage) {
        return new PassRequest(taps, rowsPerImage, Optional.empty(), false);
    }

    /**
     * Returns a pass for the gradient at the picture.
     *
     * @param cutRelus whether every ReLU is cut
     * @return the request
     */
    public static PassRequest toInput(boolean cutRelus) {
        return new PassRequest(List.of(), 1, cutRelus ? Optional.of("") : Optional.empty(), true);
    }
}
