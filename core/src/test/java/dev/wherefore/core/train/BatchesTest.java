package dev.wherefore.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.UserError;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class BatchesTest {

    private static Example example(long index) {
        // the earlier an example is asked for, the longer it takes
        LockSupport.parkNanos(index % 4 == 0 ? 2_000_000 : 0);
        return new Example(List.of(new HostArray(new float[] {index, -index}, new Shape(2))));
    }

    @Test
    void comeInOrderWhicheverWorkerIsFaster() {
        try (Batches batches = new Batches(BatchesTest::example, 4, 2, 7, 3)) {
            for (int batch = 2; batch < 7; batch++) {
                HostArray stacked = batches.next().arrays().get(0);
                float first = batch * 4f;
                assertThat(stacked.shape()).isEqualTo(new Shape(4, 2));
                assertThat(stacked.values())
                        .containsExactly(
                                first,
                                -first,
                                first + 1,
                                -first - 1,
                                first + 2,
                                -first - 2,
                                first + 3,
                                -first - 3);
            }
        }
    }

    @Test
    void whatGoesWrongInAWorkerIsSaidByNext() {
        try (Batches batches =
                new Batches(
                        index -> {
                            throw new UserError("no such scene");
                        },
                        2,
                        0,
                        1,
                        1)) {
            assertThatThrownBy(batches::next)
                    .isInstanceOf(UserError.class)
                    .hasMessage("no such scene");
        }
    }

    @Test
    void examplesOfDifferentShapesAreRefused() {
        try (Batches batches =
                new Batches(
                        index ->
                                new Example(
                                        List.of(
                                                new HostArray(
                                                        new float[(int) index + 1],
                                                        new Shape(index + 1)))),
                        2,
                        0,
                        1,
                        1)) {
            assertThatThrownBy(batches::next).hasMessageContaining("do not make a batch");
        }
    }
}
