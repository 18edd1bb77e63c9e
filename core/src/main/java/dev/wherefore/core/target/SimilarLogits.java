package dev.wherefore.core.target;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.UserError;
import dev.wherefore.core.engine.GradientMode;

/** Tells one logit of many from those nearest to it, as Finer-CAM does. */
public final class SimilarLogits {

    private SimilarLogits() {}

    /**
     * Returns {@code Σ_j p_j (y − y_j) / Σ_j p_j} for each row, with y the row's own logit, j those
     * nearest to it by {@code |y_j − y|}, and p the probabilities by softmax. The gradient goes
     * through p too; which are nearest is taken as given.
     *
     * @param logits {@code (R, K)}; logarithms of probabilities will do
     * @param own the index of each row's own, {@code (R, 1)}, 64-bit
     * @param similar how many others are compared with; where there are fewer, all
     * @return {@code (R)}
     * @throws UserError if there is but one logit
     * @see <a href="https://arxiv.org/abs/2501.11309">Zhang and others, Finer-CAM, CVPR 2025</a>
     */
    public static NDArray score(NDArray logits, NDArray own, int similar) {
        Shape shape = logits.getShape();
        int others = (int) Math.min(similar, shape.get(1) - 1);
        if (others < 1) {
            throw new UserError(
                    "the method 'finer-cam' compares with others, and the network gives one number"
                            + " only");
        }
        NDArray near = logits.gather(nearest(logits, own, others), 1);
        // probabilities over their sum are the softmax of these logits alone
        NDArray weighed = near.softmax(1).mul(near).sum(new int[] {1});
        return logits.gather(own, 1).reshape(shape.get(0)).sub(weighed);
    }

    private static NDArray nearest(NDArray logits, NDArray own, int others) {
        Shape shape = logits.getShape();
        try (GradientMode off = GradientMode.off();
                NDManager inner = logits.getManager().newSubManager()) {
            inner.tempAttachAll(logits, own);
            NDArray distance = logits.sub(logits.gather(own, 1)).abs();
            NDArray all = inner.arange(0, (int) shape.get(1), 1, DataType.INT64);
            NDArray itself = all.reshape(1, -1).eq(own).toType(distance.getDataType(), false);
            NDArray far = distance.add(itself.mul(Float.MAX_VALUE / 2));
            return inner.ret(far.topK(others, 1, false, true).get(1));
        }
    }
}
