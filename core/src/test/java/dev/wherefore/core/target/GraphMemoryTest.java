package dev.wherefore.core.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.engine.Autograd;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.network.Outputs;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A graph keeps no memory of Java's, which may be freed and used again before the way back. */
class GraphMemoryTest {

    private final NDManager manager = NDManager.newBaseManager();
    private final Autograd autograd = new Autograd(manager);

    @AfterEach
    void close() {
        autograd.close();
        manager.close();
    }

    /** The gradient at a leaf, after Java's freed memory has been filled with something else. */
    private float[] gradient(float[] at, Function<NDArray, NDArray> function) {
        try (NDManager scope = manager.newSubManager();
                GradientMode on = GradientMode.on()) {
            NDArray leaf = scope.create(at, new Shape(1, at.length)).duplicate();
            leaf.setRequiresGradient(true);
            NDArray result = function.apply(leaf);
            NDArray ones = result.onesLike();
            List<ByteBuffer> rubbish = fillFreedMemory();
            float[] found =
                    autograd.gradients(
                                    scope,
                                    List.of(result),
                                    List.of(leaf),
                                    List.of(ones),
                                    Autograd.Graph.FREE)
                            .get(0)
                            .orElseThrow()
                            .toFloatArray();
            assertThat(rubbish).isNotEmpty();
            return found;
        }
    }

    private static List<ByteBuffer> fillFreedMemory() {
        List<ByteBuffer> rubbish = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            System.gc();
            for (int i = 0; i < 2000; i++) {
                rubbish.add(ByteBuffer.allocateDirect(4 + 4 * (i % 3)).putFloat(0, 77f));
            }
        }
        return rubbish;
    }

    @Test
    void aTargetTimesANumberKeepsTheNumber() {
        Target tripled =
                Target.of("sum", outputs -> outputs.get("out").sum(new int[] {1})).times(3);
        float[] found =
                gradient(
                        new float[] {1, -2, 5},
                        leaf -> tripled.score(new Outputs(Map.of("out", leaf))));
        assertThat(found).containsExactly(3, 3, 3);
    }

    @Test
    void theLogarithmOfASigmoidKeepsItsGradient() {
        float[] found =
                gradient(new float[] {-2, 3}, leaf -> Likelihood.SIGMOID.logProbability(leaf));
        assertThat(found[0]).isCloseTo((float) (1 / (1 + Math.exp(-2))), within(1e-6f));
        assertThat(found[1]).isCloseTo((float) (1 / (1 + Math.exp(3))), within(1e-6f));
    }
}
