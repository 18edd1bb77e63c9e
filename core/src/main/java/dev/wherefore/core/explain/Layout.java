package dev.wherefore.core.explain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.UserError;

/** How a layer's output is laid out, so that it can be turned into maps {@code (R, C, h, w)}. */
public interface Layout {

    /** Four dimensions are channels first; three are tokens with or without one class token. */
    Layout AUTO =
            array ->
                    array.getShape().dimension() == 3
                            ? tokensOf(array.getShape()).toMaps(array)
                            : channelsFirst(array);

    /** {@code (R, C, h, w)}. */
    Layout CHANNELS_FIRST = Layout::channelsFirst;

    /** {@code (R, h, w, C)}. */
    Layout CHANNELS_LAST = array -> channelsFirst(array).transpose(0, 3, 1, 2);

    /**
     * Returns the array as maps.
     *
     * @param array an activation or a gradient of a layer, its first dimension the rows
     * @return {@code (R, C, h, w)}
     * @throws UserError if the array has another shape
     */
    NDArray toMaps(NDArray array);

    /**
     * Returns the layout {@code (R, skip + height * width, D)} of a vision transformer: some tokens
     * that stand for no place, then one for each place, row by row.
     *
     * @param skip how many tokens to skip
     * @param height rows of the grid
     * @param width columns of the grid
     * @return the layout
     */
    static Layout tokens(int skip, int height, int width) {
        return array -> {
            Shape shape = array.getShape();
            long expected = skip + (long) height * width;
            if (shape.dimension() != 3 || shape.get(1) != expected) {
                throw new UserError(
                        "the layout 'tokens' with %d to skip and a grid of %dx%d needs (rows, %d, D), found %s"
                                .formatted(skip, height, width, expected, shape));
            }
            return array.get(":, {}:", skip)
                    .reshape(shape.get(0), height, width, shape.get(2))
                    .transpose(0, 3, 1, 2);
        };
    }

    private static Layout tokensOf(Shape shape) {
        for (int skip = 0; skip <= 1; skip++) {
            int side = (int) Math.round(Math.sqrt((double) shape.get(1) - skip));
            if (side > 0 && (long) side * side + skip == shape.get(1)) {
                return tokens(skip, side, side);
            }
        }
        throw new UserError(
                "the layer gives %d tokens, which are no square grid; name the grid with the layout 'tokens'"
                        .formatted(shape.get(1)));
    }

    private static NDArray channelsFirst(NDArray array) {
        Shape shape = array.getShape();
        if (shape.dimension() != 4) {
            throw new UserError(
                    "the layer gives %s, which has no places left; choose a layer before the picture's places are pooled away"
                            .formatted(shape));
        }
        return array;
    }
}
