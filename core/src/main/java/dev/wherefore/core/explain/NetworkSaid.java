package dev.wherefore.core.explain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.Outputs;
import dev.wherefore.core.network.Pass;
import dev.wherefore.core.target.Target;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a network said of the pictures: each row's score and each picture's outputs. Kept from the
 * first pass that is made for whatever end; where a method needs none, one is made for it.
 */
final class NetworkSaid {

    private final Inputs inputs;
    private final List<Target> targets;
    private final TargetRows rows;
    private final Supplier<Pass> plainPass;
    private float @Nullable [] scores;
    private @Nullable Map<String, List<float[]>> vectors;

    NetworkSaid(Inputs inputs, List<Target> targets, TargetRows rows, Supplier<Pass> plainPass) {
        this.inputs = inputs;
        this.targets = targets;
        this.rows = rows;
        this.plainPass = plainPass;
    }

    /** The score of each row. */
    float[] scores() {
        float[] known = scores;
        if (known == null) {
            keepFrom(plainPass.get());
            known = Objects.requireNonNull(scores);
        }
        return known;
    }

    /** What the network gave for each picture, by the output's name: those of shape (rows, K). */
    Map<String, List<float[]>> vectors() {
        Map<String, List<float[]>> known = vectors;
        if (known == null) {
            keepFrom(plainPass.get());
            known = Objects.requireNonNull(vectors);
        }
        return known;
    }

    /** Keeps what a pass gave whose scores are known. */
    void keep(NDArray allScores, Outputs perPicture) {
        if (scores == null) {
            scores = allScores.toType(DataType.FLOAT32, false).toFloatArray();
            vectors = OutputVectors.of(perPicture, inputs.batch());
        }
    }

    /** Keeps what a pass gave that was made about something else. */
    void keepFrom(Pass pass) {
        if (scores == null) {
            try (GradientMode off = GradientMode.off()) {
                NDList perTarget = new NDList();
                for (int t = 0; t < targets.size(); t++) {
                    perTarget.add(rows.score(targets.get(t), pass, t));
                }
                keep(rows.interleave(perTarget), rows.outputs(pass, 0));
            }
        }
    }
}
