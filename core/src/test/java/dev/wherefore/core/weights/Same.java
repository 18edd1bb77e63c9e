package dev.wherefore.core.weights;

import static dev.wherefore.core.weights.Fixture.tensor;
import static org.assertj.core.api.Assertions.assertThat;

/** Compares two files of weights to the last bit. */
final class Same {

    private Same() {}

    static void assertSame(StateDict found, StateDict expected) {
        assertThat(found.tensors()).isNotEmpty();
        assertThat(found.tensors().keySet()).isEqualTo(expected.tensors().keySet());
        expected.tensors()
                .forEach(
                        (name, tensor) -> {
                            WeightTensor other = tensor(found, name);
                            assertThat(other.shape()).as(name).isEqualTo(tensor.shape());
                            assertThat(other.type()).as(name).isEqualTo(tensor.type());
                            assertThat(other.toFloats()).as(name).isEqualTo(tensor.toFloats());
                        });
    }
}
