package dev.wherefore.core.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
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
 * @param added what is added to what tapped layers give, {@code (B * rowsPerImage, …)}, laid out as
 *     the layer does; zeros where nothing is named. In a pass with changes no gradients are
 *     recorded.
 */
public record PassRequest(
        List<LayerRun> taps,
        int rowsPerImage,
        Optional<String> cutRelus,
        boolean inputGradient,
        Map<LayerRun, NDArray> added) {

    /** Checks the numbers. */
    public PassRequest {
        taps = List.copyOf(taps);
        added = Map.copyOf(added);
        if (rowsPerImage < 1) {
            throw new IllegalArgumentException(
                    "rows per image must be at least 1, found " + rowsPerImage);
        }
    }

    /** A pass with nothing but outputs. */
    public static final PassRequest PLAIN =
            new PassRequest(List.of(), 1, Optional.empty(), false, Map.of());

    /**
     * Returns a pass that taps layers.
     *
     * @param taps the layers
     * @param rowsPerImage how many rows follow for each picture
     * @return the request
     */
    public static PassRequest tap(List<LayerRun> taps, int rowsPerImage) {
        return new PassRequest(taps, rowsPerImage, Optional.empty(), false, Map.of());
    }

    /**
     * Returns a pass that changes what a layer gives; it records no gradients.
     *
     * @param layer the layer
     * @param added what is added to what it gives, {@code (B * rowsPerImage, …)}
     * @param rowsPerImage how many rows follow for each picture
     * @return the request
     */
    public static PassRequest change(LayerRun layer, NDArray added, int rowsPerImage) {
        return new PassRequest(
                List.of(layer), rowsPerImage, Optional.empty(), false, Map.of(layer, added));
    }

    /**
     * Returns a pass for the gradient at the picture.
     *
     * @param cutRelus whether every ReLU is cut
     * @return the request
     */
    public static PassRequest toInput(boolean cutRelus) {
        return new PassRequest(
                List.of(), 1, cutRelus ? Optional.of("") : Optional.empty(), true, Map.of());
    }

    /**
     * Returns the same request, in whose pass every ReLU is cut.
     *
     * @return the request
     */
    public PassRequest cuttingRelus() {
        return new PassRequest(taps, rowsPerImage, Optional.of(""), inputGradient, added);
    }

    /**
     * Returns the same request for a part of a network.
     *
     * @param part the taps of that part
     * @return the request
     */
    public PassRequest withTaps(List<LayerRun> part) {
        return new PassRequest(part, rowsPerImage, cutRelus, inputGradient, added);
    }

    /**
     * Returns whether gradients are recorded.
     *
     * @return whether something is there to differentiate by
     */
    public boolean recorded() {
        return added.isEmpty() && (inputGradient || !taps.isEmpty());
    }

    /**
     * Returns what is added to what a tapped layer gives: the leaf to differentiate by.
     *
     * @param scope where new zeros belong
     * @param place the layer
     * @param shape the shape of what it gives, with all rows
     * @param type the type of what it gives
     * @return what was named for the layer, else zeros
     */
    public NDArray probe(NDManager scope, LayerRun place, Shape shape, DataType type) {
        NDArray named = added.get(place);
        if (named == null) {
            NDArray zeros = scope.zeros(shape, type);
            zeros.setRequiresGradient(true);
            return zeros;
        }
        if (!named.getShape().equals(shape)) {
            throw new IllegalArgumentException(
                    "what is added to the layer '%s' must be %s, found %s"
                            .formatted(place, shape, named.getShape()));
        }
        return named;
    }
}
