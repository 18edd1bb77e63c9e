package dev.wherefore.core.check;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import dev.wherefore.core.experiment.NpyArray;
import dev.wherefore.core.image.PixelMap;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.support.Reference;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is filled in is what the equations say, solved slowly and plainly. */
class ImputationTest {

    private static PixelMap filled(PixelMap picture, Plane kept) {
        return NoisyLinearImputation.of(picture, kept, 0, new SplittableRandom(0));
    }

    @Test
    void onePlaceBecomesTheWeightedMeanOfItsNeighbours() {
        PixelMap picture = PixelMap.of(1, 3, 3, new float[] {1, 2, 3, 4, 99, 6, 7, 8, 9.6f});
        Plane middle = Plane.compute(3, 3, (y, x) -> y == 1 && x == 1 ? 0 : 1);
        float expected = (2 + 4 + 6 + 8) / 6f + (1 + 3 + 7 + 9.6f) / 12f;
        assertThat(filled(picture, middle).toArray()[4]).isCloseTo(expected, within(1e-4f));
        // at the corner three are left, whose weights are 1/6 + 1/6 + 1/12
        Plane corner = Plane.compute(3, 3, (y, x) -> y + x == 0 ? 0 : 1);
        assertThat(filled(picture, corner).toArray()[0])
                .isCloseTo((2 * 2 + 2 * 4 + 99) / 5f, within(1e-3f));
    }

    @Test
    void largeHolesAreFilledAsEliminationFillsThem() {
        int height = 19;
        int width = 23;
        SplittableRandom random = new SplittableRandom(5);
        float[] values = new float[2 * height * width];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble(-2, 2);
        }
        PixelMap picture = PixelMap.of(2, height, width, values);
        Plane kept =
                Plane.compute(
                        height,
                        width,
                        (y, x) -> (y < 14 && x > 2) || random.nextDouble() < 0.3 ? 0 : 1);
        float[] found = filled(picture, kept).toArray();
        for (int channel = 0; channel < 2; channel++) {
            double[] expected = eliminated(values, channel * height * width, kept);
            for (int i = 0; i < expected.length; i++) {
                assertThat((double) found[channel * height * width + i])
                        .isCloseTo(expected[i], within(1e-4));
            }
        }
    }

    /** Gauss's elimination over all places; a kept one equals itself. */
    private static double[] eliminated(float[] values, int from, Plane kept) {
        int width = kept.width();
        int count = kept.height() * width;
        double[][] rows = new double[count][count + 1];
        for (int i = 0; i < count; i++) {
            if (kept.at(i / width, i % width) == 1) {
                rows[i][i] = 1;
                rows[i][count] = values[from + i];
                continue;
            }
            for (int j = 0; j < count; j++) {
                int down = Math.abs(i / width - j / width);
                int right = Math.abs(i % width - j % width);
                if (i != j && down <= 1 && right <= 1) {
                    double weight = down + right == 1 ? 1 / 6.0 : 1 / 12.0;
                    rows[i][i] += weight;
                    rows[i][j] -= weight;
                }
            }
        }
        for (int i = 0; i < count; i++) {
            for (int below = i + 1; below < count; below++) {
                double factor = rows[below][i] / rows[i][i];
                for (int j = i; factor != 0 && j <= count; j++) {
                    rows[below][j] -= factor * rows[i][j];
                }
            }
        }
        double[] solution = new double[count];
        for (int i = count - 1; i >= 0; i--) {
            double sum = rows[i][count];
            for (int j = i + 1; j < count; j++) {
                sum -= rows[i][j] * solution[j];
            }
            solution[i] = sum / rows[i][i];
        }
        return solution;
    }

    @Test
    void noiseIsAddedToWhatIsFilledAndToNothingElse() {
        PixelMap grey = PixelMap.of(1, 40, 40, new float[1600]).map(v -> 0.5f);
        Plane kept = Plane.compute(40, 40, (y, x) -> y < 20 ? 1 : 0);
        float[] found =
                NoisyLinearImputation.of(grey, kept, 0.01, new SplittableRandom(1)).toArray();
        double squares = 0;
        for (int i = 0; i < 1600; i++) {
            if (i < 800) {
                assertThat(found[i]).isEqualTo(0.5f);
            } else {
                squares += (found[i] - 0.5) * (found[i] - 0.5);
            }
        }
        assertThat(Math.sqrt(squares / 800)).isCloseTo(0.01, within(0.001));
    }

    @Test
    void whereNothingIsKeptNothingCanBeFilled() {
        PixelMap picture = PixelMap.of(1, 2, 2, new float[4]);
        assertThatThrownBy(() -> filled(picture, Plane.of(2, 2, new float[4])))
                .hasMessage("nothing is kept that could fill the rest");
        assertThatThrownBy(() -> filled(picture, Plane.of(1, 2, new float[2])))
                .hasMessageContaining("does not fit a picture of 2x2");
        assertThat(filled(picture.map(v -> 3), Plane.of(2, 2, new float[] {1, 1, 1, 1})).toArray())
                .containsOnly(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny-resnet", "tiny-vgg"})
    void picturesAreFilledAsTheReferenceFillsThem(String name) {
        Reference reference = Reference.of(name);
        Map<String, NpyArray> more = reference.furtherArrays();
        float[] heat = Objects.requireNonNull(more.get("metric/heatmap")).toFloats();
        float[] imputed =
                Objects.requireNonNull(more.get("road/imputed-most-relevant-80")).toFloats();
        try (NDManager scope = NDManager.newBaseManager()) {
            float[] input = reference.input(scope).toFloatArray();
            for (int i = 0; i < 2; i++) {
                int size = input.length / 2;
                float[] own = Arrays.copyOfRange(input, i * size, (i + 1) * size);
                float[] map = Arrays.copyOfRange(heat, i * 96 * 96, (i + 1) * 96 * 96);
                Plane kept = Removal.kept(Plane.of(96, 96, map), 80, new SplittableRandom(0));
                PixelMap filled = filled(PixelMap.of(3, 96, 96, own), kept);
                assertClose(
                        filled.toArray(),
                        Arrays.copyOfRange(imputed, i * size, (i + 1) * size),
                        1e-4,
                        "imputed");
            }
        }
    }
}
