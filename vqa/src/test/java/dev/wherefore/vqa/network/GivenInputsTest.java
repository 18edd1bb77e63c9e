package dev.wherefore.vqa.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.UserError;
import dev.wherefore.core.network.InputSlot;
import dev.wherefore.core.network.Inputs;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GivenInputsTest {

    private static final List<InputSlot> VILT =
            List.of(
                    new InputSlot("image", "Tensor", false),
                    new InputSlot("ids", "Tensor", false),
                    new InputSlot("attention_mask", "Tensor", false),
                    new InputSlot("scale", "float", true));

    private final NDManager manager = NDManager.newBaseManager(Device.cpu());

    @AfterEach
    void close() {
        manager.close();
    }

    private Inputs filled(GivenInputs given) {
        NDArray ids = manager.create(new long[] {5, 6, 9, 7, 9, 9}, new Shape(2, 3));
        return given.inputs(
                manager, manager.ones(new Shape(2, 3, 4, 4)), ids, manager.create(new long[] {8}));
    }

    private static long[] longs(Inputs inputs, int argument) {
        return inputs.arguments().get(argument).get(0).toLongArray();
    }

    @Test
    void placesAndNamesTellWhereNothingIsSaid() {
        Inputs inputs = filled(GivenInputs.of(VILT, List.of(), false, 9));
        assertThat(inputs.imageArray().getShape()).isEqualTo(new Shape(2, 3, 4, 4));
        assertThat(longs(inputs, 1)).containsExactly(5, 6, 9, 7, 9, 9);
        assertThat(longs(inputs, 2)).containsExactly(1, 1, 0, 1, 0, 0);
        assertThat(inputs.arguments().get(3)).as("the default holds").isEmpty();
        assertThat(longs(filled(GivenInputs.of(VILT, List.of(), true, 9)), 2))
                .as("of a network that says its answers")
                .containsExactly(8);
    }

    @Test
    void whatIsSaidHoldsInAnyOrder() {
        Inputs inputs =
                filled(GivenInputs.of(VILT, List.of("question", "ones", "image", "0.5"), false, 0));
        assertThat(inputs.imageArray().getShape()).isEqualTo(new Shape(2, 3, 4, 4));
        assertThat(longs(inputs, 0)).hasSize(6);
        assertThat(longs(inputs, 1)).containsExactly(1, 1, 1, 1, 1, 1);
        assertThat(inputs.arguments().get(3).get(0).toFloatArray()).containsExactly(0.5f);
        assertThat(
                        longs(
                                filled(
                                        GivenInputs.of(
                                                VILT,
                                                List.of("image", "question", "zeros"),
                                                false,
                                                0)),
                                2))
                .containsOnly(0);
    }

    @Test
    void whatIsMissingOrTooMuchIsSaid() {
        assertRefused(
                "the network also takes 'attention_mask' (Tensor), and nothing is given for it; say"
                    + " under 'inputs' what it shall be: image, question, answer, mask, zeros, ones"
                    + " or a number",
                "image",
                "question");
        assertRefused(
                "the network takes 4 inputs (image, ids, attention_mask, scale), found 5: image,"
                        + " question, mask, 1, 2",
                "image",
                "question",
                "mask",
                "1",
                "2");
        assertRefused(
                "the input 'ids' must be given image, question, answer, mask, zeros, ones or a"
                        + " number, found 'questoin'; did you mean 'question'?",
                "image",
                "questoin",
                "mask");
        assertRefused(
                "one of the network's inputs (image, ids, attention_mask, scale) must be given the"
                        + " question, found 0",
                "image",
                "mask",
                "mask");
    }

    private static void assertRefused(String message, String... said) {
        assertThatThrownBy(() -> GivenInputs.of(VILT, List.of(said), false, 0))
                .isInstanceOf(UserError.class)
                .hasMessage(message);
    }
}
