package dev.wherefore.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.wherefore.core.engine.Autograd.Graph;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AutogradTest {

    private final NDManager manager = NDManager.newBaseManager();
    private final Autograd autograd = new Autograd(manager);

    @AfterEach
    void close() {
        autograd.close();
        manager.close();
    }

    private NDArray leaf(float... values) {
        NDArray array = manager.create(values);
        array.setRequiresGradient(true);
        return array;
    }

    @Test
    void givesTheVectorJacobianProduct() {
        try (GradientMode on = GradientMode.on()) {
            NDArray x = leaf(1, 2, 3);
            NDArray y = x.mul(x);
            NDArray v = manager.create(new float[] {1, 10, 100});
            NDArray g = product(y, x, v, Graph.FREE).orElseThrow();
            assertThat(g.toFloatArray()).containsExactly(2, 40, 600);
        }
    }

    @Test
    void doesNotAddUpOverCallsOnAKeptGraph() {
        try (GradientMode on = GradientMode.on()) {
            NDArray x = leaf(3);
            NDArray y = x.mul(x);
            NDArray one = manager.ones(y.getShape());
            for (int i = 0; i < 3; i++) {
                NDArray g = product(y, x, one, Graph.KEEP).orElseThrow();
                assertThat(g.toFloatArray()).containsExactly(6);
            }
        }
    }

    @Test
    void saysNothingWhereNothingIsConnected() {
        try (GradientMode on = GradientMode.on()) {
            NDArray x = leaf(3);
            NDArray other = leaf(5);
            NDArray y = x.mul(2);
            assertThat(product(y, other, manager.ones(y.getShape()), Graph.FREE)).isEmpty();
        }
    }

    @Test
    void givesSecondDerivatives() {
        try (GradientMode on = GradientMode.on()) {
            NDArray x = leaf(2, 5);
            NDArray y = x.mul(x).mul(x);
            NDArray one = manager.ones(y.getShape());
            NDArray first = product(y, x, one, Graph.RECORD).orElseThrow();
            NDArray second = product(first, x, one, Graph.FREE).orElseThrow();
            assertThat(first.toFloatArray()).containsExactly(12, 75);
            assertThat(second.toFloatArray()).containsExactly(12, 30);
        }
    }

    @Test
    void takesArraysThatAreNotLeaves() {
        try (GradientMode on = GradientMode.on()) {
            NDArray middle = leaf(2).mul(3);
            NDArray y = middle.mul(middle);
            NDArray g = product(y, middle, manager.ones(y.getShape()), Graph.FREE).orElseThrow();
            assertThat(g.toFloatArray()).containsExactly(12);
        }
    }

    @Test
    void leavesTheGradientModeOfTheThreadAsItWas() {
        for (boolean before : new boolean[] {true, false}) {
            try (GradientMode outer = before ? GradientMode.on() : GradientMode.off()) {
                NDArray x = leaf(2);
                try (GradientMode on = GradientMode.on()) {
                    NDArray y = x.mul(x);
                    product(y, x, manager.ones(y.getShape()), Graph.FREE);
                }
                NDArray y = x.mul(x);
                assertThat(y.hasGradient()).isEqualTo(before && y.hasGradient());
                assertThat(ai.djl.pytorch.jni.JniUtils.isGradMode()).isEqualTo(before);
            }
        }
    }

    private Optional<NDArray> product(NDArray y, NDArray x, NDArray v, Graph graph) {
        return autograd.gradients(manager, List.of(y), List.of(x), List.of(v), graph).get(0);
    }
}
