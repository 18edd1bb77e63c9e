package dev.wherefore.core.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.UserError;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.Outputs;
import dev.wherefore.core.network.Pass;
import dev.wherefore.core.network.Tapped;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rows go picture by picture, whoever made them. */
class TargetRowsTest {

    private final NDManager manager = NDManager.newBaseManager(Device.cpu());
    private final TargetRows rows = new TargetRows(2, 3);

    @AfterEach
    void close() {
        manager.close();
    }

    private NDArray counted(int count) {
        return manager.arange(count).reshape(count, 1);
    }

    private Pass pass(int outputs, int probes) {
        NDArray probe = manager.zeros(new Shape(probes, 1));
        return new Pass(
                new Outputs(Map.of("out", counted(outputs))),
                probe,
                List.of(new Tapped(LayerRun.parse("layer"), probe, probe)),
                List.of());
    }

    private static float[] numbers(Outputs outputs) {
        return outputs.get("out").toType(DataType.FLOAT32, true).toFloatArray();
    }

    @Test
    void aLayerWhoseRowsAreNoPicturesIsRefused() {
        LayerRun place = LayerRun.parse("layer");
        rows.checkEach(place, counted(6));
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> rows.checkEach(place, counted(128)))
                .withMessageContaining(
                        "the layer 'layer' gives (128, 1), not one row for each picture");
    }

    @Test
    void aTargetsOutputsAreItsOwnRowOfEachPicture() {
        assertThat(numbers(rows.outputs(pass(6, 6), 1))).containsExactly(1, 4);
        assertThat(numbers(rows.outputs(pass(6, 2), 2)))
                .as("a network that has a row for each target by itself")
                .containsExactly(2, 5);
        assertThat(numbers(rows.outputs(pass(2, 2), 1)))
                .as("one pass for each target")
                .containsExactly(0, 1);
        assertThat(numbers(new TargetRows(6, 1).outputs(pass(6, 6), 0))).hasSize(6);
    }

    @Test
    void gradientsOfAllRowsAreCutAndPutTogetherAgain() {
        NDArray all = counted(6).toType(DataType.FLOAT32, true);
        NDList each = new NDList();
        for (int t = 0; t < 3; t++) {
            each.add(rows.own(all, t));
        }
        assertThat(each.get(1).toFloatArray()).containsExactly(1, 4);
        NDArray again = rows.interleave(each);
        assertThat(again.getShape()).isEqualTo(new Shape(6, 1));
        assertThat(again.toFloatArray()).containsExactly(0, 1, 2, 3, 4, 5);
        NDArray few = counted(2);
        assertThat(rows.own(few, 1)).isSameAs(few);
    }
}
