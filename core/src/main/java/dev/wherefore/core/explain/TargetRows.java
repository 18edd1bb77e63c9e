package dev.wherefore.core.explain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.UserError;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.Outputs;
import dev.wherefore.core.network.Pass;
import dev.wherefore.core.target.Target;

/**
 * Where the rows of T targets in B pictures are. They go picture by picture: picture 0's targets,
 * picture 1's targets, ….
 *
 * @param pictures how many pictures there are, B
 * @param targets how many targets each has, T
 */
record TargetRows(int pictures, int targets) {

    long all() {
        return (long) pictures * targets;
    }

    /** The outputs that a target's score is made of, a row for each picture. */
    Outputs outputs(Pass pass, int target) {
        return isPerPicture(pass) ? pass.outputs() : pass.outputs().rowsOf(target, targets);
    }

    /**
     * A target's score in each picture, {@code (B)}.
     *
     * @throws UserError if the target gives anything else
     */
    NDArray score(Target target, Pass pass, int row) {
        NDArray score = target.score(outputs(pass, row));
        if (score.getShape().dimension() != 1 || score.size() != pictures) {
            throw new UserError(
                    "the target '%s' must give one number per picture, %d in all, found the shape %s"
                            .formatted(target.description(), pictures, score.getShape()));
        }
        return score;
    }

    /**
     * Whether a pass ran on one row for each picture. Some networks (of questions) have a row for
     * each target by themselves.
     */
    private boolean isPerPicture(Pass pass) {
        if (targets == 1) {
            return true;
        }
        boolean shared = !pass.taps().isEmpty() && rows(pass.taps().get(0).probe()) != pictures;
        return !shared && !(has(pass.outputs(), all()) && !has(pass.outputs(), pictures));
    }

    /** Whether some output has so many rows. */
    static boolean has(Outputs outputs, long rows) {
        return outputs.arrays().values().stream().anyMatch(a -> rows(a) == rows);
    }

    /** The rows of a target, of an array that has rows for all; else the array. */
    NDArray own(NDArray array, int target) {
        return targets > 1 && rows(array) == all() ? array.get("{}::{}", target, targets) : array;
    }

    /** Refuses a layer that works on parts of pictures, such as windows, each a row. */
    void checkEach(LayerRun place, NDArray gradient) {
        if (rows(gradient) != all()) {
            throw new UserError(
                    "the layer '%s' gives %s, not one row for each picture, so its rows cannot be told apart; choose a layer that sees each picture whole"
                            .formatted(place, gradient.getShape()));
        }
    }

    /** T arrays {@code (B, …)} as one {@code (B·T, …)}, picture by picture. */
    NDArray interleave(NDList perTarget) {
        if (perTarget.size() == 1) {
            return perTarget.get(0);
        }
        try (GradientMode off = GradientMode.off()) {
            long[] sizes = perTarget.get(0).getShape().getShape().clone();
            sizes[0] *= perTarget.size();
            return NDArrays.stack(perTarget, 1).reshape(new Shape(sizes));
        }
    }

    private static long rows(NDArray array) {
        return array.getShape().dimension() == 0 ? 0 : array.getShape().get(0);
    }
}
