package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Optional;

/**
 * What a method makes of the evidence, before any scaling.
 *
 * @param maps a raw map {@code (R, h, w)} for each tapped layer; none for a method of the pixels
 *     alone
 * @param pixels an attribution for each value of the input, {@code (R, C, H, W)}
 * @param product whether the pixels are to be multiplied by the heat that the maps give
 * @param completenessErrors for methods whose numbers shall add up to the score's change: by how
 *     much each row's do not
 * @param concepts for methods that find some: what the activations fall into
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read once
public record Attribution(
        List<NDArray> maps,
        Optional<NDArray> pixels,
        boolean product,
        Optional<float[]> completenessErrors,
        Optional<Concepts> concepts) {

    /**
     * Returns the same attribution, of a method whose numbers shall add up to the score's change.
     *
     * @param errors by how much each row's numbers do not
     * @return the attribution
     */
    public Attribution complete(float[] errors) {
        return new Attribution(maps, pixels, product, Optional.of(errors), concepts);
    }

    /**
     * Returns the same attribution, of a method that finds concepts.
     *
     * @param found what the activations fall into
     * @return the attribution
     */
    public Attribution of(Concepts found) {
        return new Attribution(maps, pixels, product, completenessErrors, Optional.of(found));
    }

    /**
     * Returns the attribution of a method that gives maps.
     *
     * @param maps a raw map for each layer
     * @return the attribution
     */
    public static Attribution ofMaps(List<NDArray> maps) {
        return new Attribution(maps, Optional.empty(), false, Optional.empty(), Optional.empty());
    }

    /**
     * Returns the attribution of a method that gives pixels.
     *
     * @param pixels {@code (R, C, H, W)}
     * @return the attribution
     */
    public static Attribution ofPixels(NDArray pixels) {
        return new Attribution(
                List.of(), Optional.of(pixels), false, Optional.empty(), Optional.empty());
    }
}
