package dev.wherefore.captioning.support;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.captioning.network.CaptionNetwork;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.network.PassRequest;

/** What a captioner says of one beginning of a caption, asked for by itself. */
public final class TeacherForcing {

    private TeacherForcing() {}

    /** The logits (T, V) of what follows each of the ids, the begin token included. */
    public static float[][] logits(
            CaptionNetwork network, float[] picture, Shape shape, int... ids) {
        return rows(network, picture, shape, false, ids);
    }

    /** The log-probabilities (T, V) of what follows each of the ids, the begin token included. */
    public static float[][] logProbabilities(
            CaptionNetwork network, float[] picture, Shape shape, int... ids) {
        return rows(network, picture, shape, true, ids);
    }

    private static float[][] rows(
            CaptionNetwork network, float[] picture, Shape shape, boolean softmax, int... ids) {
        try (NDManager scope = network.newScope();
                GradientMode off = GradientMode.off()) {
            NDArray image = scope.create(picture, shape);
            NDArray tokens = scope.create(longs(ids), new Shape(1, 1, ids.length));
            NDArray logits =
                    network.run(scope, CaptionNetwork.inputs(image, tokens), PassRequest.PLAIN)
                            .outputs()
                            .get(CaptionNetwork.LOGITS);
            float[] all = logits.toFloatArray();
            int vocabulary = all.length / ids.length;
            float[][] rows = new float[ids.length][vocabulary];
            for (int t = 0; t < ids.length; t++) {
                System.arraycopy(all, t * vocabulary, rows[t], 0, vocabulary);
                if (softmax) {
                    normalise(rows[t]);
                }
            }
            return rows;
        }
    }

    private static void normalise(float[] row) {
        double sum = 0;
        for (float logit : row) {
            sum += Math.exp(logit);
        }
        for (int i = 0; i < row.length; i++) {
            row[i] -= (float) Math.log(sum);
        }
    }

    private static long[] longs(int... ids) {
        long[] longs = new long[ids.length];
        for (int i = 0; i < ids.length; i++) {
            longs[i] = ids[i];
        }
        return longs;
    }
}
