package dev.wherefore.captioning.grounding;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.captioning.CaptionModel;
import dev.wherefore.captioning.Saying;
import dev.wherefore.captioning.network.CaptionNetwork;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.network.PassRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Asks how probable a caption's own tokens are in some pictures. */
final class TokenLogProbabilities {

    private static final int VOCABULARY = 3;

    private final CaptionModel model;

    TokenLogProbabilities(CaptionModel model) {
        this.model = model;
    }

    /**
     * The natural logarithms of the probabilities of a caption's tokens, each given those before
     * it, and of its end.
     *
     * @param images {@code (N, C, H, W)}
     * @return N rows of T + 1 numbers
     */
    List<float[]> of(NDManager scope, NDArray images, Saying saying) {
        int rows = Math.toIntExact(images.getShape().get(0));
        try (NDManager inner = scope.newSubManager();
                GradientMode off = GradientMode.off()) {
            List<int[]> one = List.of(saying.beginning());
            NDArray ids = model.ids(inner, Collections.nCopies(rows, one));
            NDArray logits =
                    model.network()
                            .run(inner, CaptionNetwork.inputs(images, ids), PassRequest.PLAIN)
                            .outputs()
                            .get(CaptionNetwork.LOGITS);
            int[] tokens = saying.text().ids();
            int length = tokens.length + 1;
            long[] wanted = new long[rows * length];
            for (int i = 0; i < wanted.length; i++) {
                int t = i % length;
                wanted[i] = t < tokens.length ? tokens[t] : saying.specials().end();
            }
            NDArray places = inner.create(wanted, new Shape(rows, 1, length, 1));
            float[] all = logits.logSoftmax(VOCABULARY).gather(places, VOCABULARY).toFloatArray();
            return java.util.stream.IntStream.range(0, rows)
                    .mapToObj(r -> Arrays.copyOfRange(all, r * length, (r + 1) * length))
                    .toList();
        }
    }
}
