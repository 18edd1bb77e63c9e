package dev.wherefore.core.train;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.tracker.Tracker;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdamWTest {

    private static final double CLOSE = 1e-6;

    private final NDManager manager = NDManager.newBaseManager();
    private final NDArray matrix = manager.create(new float[] {1, -2, 0.5f, 3}, new Shape(2, 2));
    private final NDArray bias = manager.create(new float[] {0.1f, -0.3f});

    @AfterEach
    void close() {
        manager.close();
    }

    private AdamW optimizer() {
        Tracker falling = updates -> 0.01f / (updates + 1);
        return new AdamW(manager, falling, 0.1f);
    }

    private void update(AdamW optimizer, int t) {
        try (NDManager scope = manager.newSubManager()) {
            float[] slope = {0.1f * t, -0.2f, 0.3f, 0.05f * t * t};
            optimizer.update("matrix", matrix, scope.create(slope, new Shape(2, 2)));
            optimizer.update("bias", bias, scope.create(new float[] {1f / t, -0.5f}));
        }
    }

    @Test
    void updatesAsPyTorchDoes() {
        // torch.optim.AdamW 2.7.1, lr 0.01 / t, weight decay 0.1 on the matrix and 0 on the bias
        try (AdamW optimizer = optimizer()) {
            for (int t = 1; t <= 5; t++) {
                update(optimizer, t);
            }
        }
        assertClose(
                matrix.toFloatArray(),
                new float[] {0.9753823f, -1.9726225f, 0.4760447f, 2.9719462f},
                CLOSE,
                "matrix");
        assertClose(bias.toFloatArray(), new float[] {0.07882571f, -0.2771667f}, CLOSE, "bias");
    }

    @Test
    void goesOnFromSavedMomentsAsIfItHadNeverStopped() {
        Map<String, HostArray> moments;
        try (AdamW first = optimizer()) {
            for (int t = 1; t <= 3; t++) {
                update(first, t);
            }
            moments = HostArrays.of(first.moments());
        }
        assertThat(moments).containsOnlyKeys("m.matrix", "m.bias", "v.matrix", "v.bias");
        try (AdamW second = optimizer()) {
            second.restore(3, moments);
            update(second, 4);
            update(second, 5);
        }
        assertClose(
                matrix.toFloatArray(),
                new float[] {0.9753823f, -1.9726225f, 0.4760447f, 2.9719462f},
                CLOSE,
                "matrix");
    }

    @Test
    void leavesNothingBehindAnUpdate() {
        try (AdamW optimizer = optimizer()) {
            update(optimizer, 1);
            int before = manager.getManagedArrays().size();
            for (int t = 2; t < 20; t++) {
                update(optimizer, t);
            }
            assertThat(manager.getManagedArrays()).hasSize(before);
        }
    }
}
