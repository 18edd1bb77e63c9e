package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/**
 * A baseline: the picture's edges, {@code ½ |S_x| + ½ |S_y|} with the 3x3 Sobel operator on its
 * grey values, as the {@code grad-cam} package's {@code sobel_cam} has it; beyond its border the
 * picture is mirrored without repeating the border itself, as OpenCV does. It knows neither network
 * nor target.
 *
 * <p>Deviations: it works on the picture as the network gets it, normalised, and cuts nothing off
 * at 255.
 *
 * @see <a href="https://arxiv.org/abs/1810.03292">Adebayo et al., Sanity Checks for Saliency Maps,
 *     2018: why maps are compared with edges</a>
 */
public final class Edges implements Method {

    /** Of red, green and blue in grey, ITU-R BT.601. */
    private static final float[] GREY = {0.299f, 0.587f, 0.114f};

    @Override
    public MethodCard card() {
        return new MethodCard(
                "edges",
                "Edges",
                "½·|S_x| + ½·|S_y|, Sobel, of the grey picture",
                "the picture alone",
                "1 F",
                "the grad-cam Python package (sobel_cam); Adebayo et al., Sanity Checks for"
                        + " Saliency Maps, 2018, arXiv 1810.03292",
                "a baseline: a map that looks like this one may say nothing of the network",
                "explains nothing: the same for every network and target");
    }

    @Override
    public boolean needsLayer() {
        return false;
    }

    @Override
    public Attribution attribute(EvidenceSource source) {
        NDArray grey = grey(source.pictures());
        int height = (int) grey.getShape().get(1);
        int width = (int) grey.getShape().get(2);
        // each factor of the operator on an axis: 1 2 1 smooths along, -1 0 1 differs across
        NDArray across = neighbour(grey, 2, width, 1).sub(neighbour(grey, 2, width, -1));
        NDArray down = neighbour(grey, 1, height, 1).sub(neighbour(grey, 1, height, -1));
        NDArray both = smooth(across, 1, height).abs().add(smooth(down, 2, width).abs()).mul(0.5f);
        NDArray rows = source.targets() > 1 ? both.repeat(0, source.targets()) : both;
        return Attribution.ofMaps(List.of(rows));
    }

    /** {@code (B, C, H, W)} to {@code (B, H, W)}; other than three channels count alike. */
    private static NDArray grey(NDArray pictures) {
        NDArray values = pictures.toType(DataType.FLOAT32, false);
        if (values.getShape().get(1) != GREY.length) {
            return values.mean(new int[] {1});
        }
        NDArray weights = values.getManager().create(GREY, new Shape(1, GREY.length, 1, 1));
        return values.mul(weights).sum(new int[] {1});
    }

    private static NDArray smooth(NDArray array, int axis, int size) {
        return neighbour(array, axis, size, -1)
                .add(array.mul(2))
                .add(neighbour(array, axis, size, 1));
    }

    /** For each place the value beside it, mirrored at the border. */
    private static NDArray neighbour(NDArray array, int axis, int size, int step) {
        long[] from = new long[size];
        for (int i = 0; i < size; i++) {
            int beside = i + step;
            int mirrored = beside < 0 ? -beside : beside >= size ? 2 * size - 2 - beside : beside;
            from[i] = Math.max(0, mirrored);
        }
        Shape shape = array.getShape();
        NDArray index = array.getManager().create(from);
        NDArray along = axis == 1 ? index.reshape(1, size, 1) : index.reshape(1, 1, size);
        return array.gather(along.broadcast(shape), axis);
    }
}
