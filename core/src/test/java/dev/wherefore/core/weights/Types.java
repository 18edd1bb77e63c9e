package dev.wherefore.core.weights;

import static dev.wherefore.core.weights.Fixture.tensor;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/** What the files with a tensor of every type hold, as floats. */
final class Types {

    private static final Map<String, float[]> VALUES =
            Map.of(
                    "f64", new float[] {0, 1, -2.5f, 65504, 6e-8f, 0.1f},
                    "f32", new float[] {0, 1, -2.5f, 65504, 6e-8f, 0.1f},
                    "f16", new float[] {0, 1, -2.5f, 65504, 5.9604645e-8f, 0.099975586f},
                    "bf16", new float[] {0, 1, -2.5f, 65536, 6.0070306e-8f, 0.100097656f},
                    "i64", new float[] {-3, 1.09951163e12f},
                    "i32", new float[] {-3, 70000},
                    "i16", new float[] {-3, 300},
                    "i8", new float[] {-3, 127},
                    "u8", new float[] {3, 255},
                    "bool", new float[] {1, 0});

    private Types() {}

    static void assertRead(StateDict weights) {
        assertThat(weights.tensors().keySet()).isEqualTo(VALUES.keySet());
        VALUES.forEach(
                (name, values) -> {
                    WeightTensor tensor = tensor(weights, name);
                    assertThat(tensor.type()).isEqualToIgnoringCase(name);
                    assertThat(tensor.toFloats()).as(name).isEqualTo(values);
                });
    }
}
