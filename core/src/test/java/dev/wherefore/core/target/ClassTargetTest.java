package dev.wherefore.core.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.engine.Autograd;
import dev.wherefore.core.engine.Autograd.Graph;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.network.Outputs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClassTargetTest {

    private static float[] gradient(ClassTarget target, float... scores) {
        try (NDManager scope = NDManager.newBaseManager(Device.cpu());
                Autograd autograd = new Autograd(scope);
                GradientMode on = GradientMode.on()) {
            NDArray given = scope.create(scores, new Shape(scores.length / 3, 3));
            given.setRequiresGradient(true);
            NDArray score = target.score(new Outputs(Map.of("out", given)));
            assertThat(score.getShape()).isEqualTo(new Shape(scores.length / 3));
            return autograd.gradients(
                            scope,
                            List.of(score),
                            List.of(given),
                            List.of(score.onesLike()),
                            Graph.FREE)
                    .get(0)
                    .orElseThrow()
                    .toFloatArray();
        }
    }

    private static ClassTarget target(Likelihood likelihood, Integer... classes) {
        return new ClassTarget(
                List.of(classes), ScoreKind.LOG_PROBABILITY, likelihood, "", "classes");
    }

    @Test
    void otherProbabilitiesOfZeroLeaveTheGradientOfTheLogarithmAsItIs() {
        assertThat(gradient(target(Likelihood.PROBABILITIES, 1), 0, 0.5f, 0))
                .containsExactly(0, 2, 0);
        assertThat(gradient(target(Likelihood.PROBABILITIES, 1, 0), 0, 0.5f, 0, 0.25f, 0, 0))
                .containsExactly(0, 2, 0, 4, 0, 0);
    }

    @Test
    void aSoftmaxIsOfAllClassesAndASigmoidOfOne() {
        float[] softmax = gradient(target(Likelihood.SOFTMAX, 2), 0, 0, 0);
        assertThat(softmax[0]).isNegative();
        assertThat(softmax[0] + softmax[1] + softmax[2]).isBetween(-1e-6f, 1e-6f);
        float[] sigmoid = gradient(target(Likelihood.SIGMOID, 2), 1, 1, 1);
        assertThat(sigmoid[0]).isZero();
        assertThat((double) sigmoid[2]).isCloseTo(1 / (1 + Math.exp(1)), within(1e-6));
    }
}
