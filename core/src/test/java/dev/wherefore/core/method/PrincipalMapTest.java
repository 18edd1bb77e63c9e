package dev.wherefore.core.method;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.UserError;
import dev.wherefore.core.support.FormulaWeights;
import java.util.Arrays;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Principal maps against a slow and plain version, and their signs. */
class PrincipalMapTest {

    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    private static float[] values(int channels, int places) {
        float[] values = FormulaWeights.values("x", new Shape(channels, places));
        for (int i = 0; i < values.length; i++) {
            values[i] *= 1 + i / places % 7;
        }
        return values;
    }

    private NDArray array(float[] values, int channels, int height, int width) {
        return manager.create(values, new Shape(1, channels, height, width));
    }

    /** Rows of places, less the mean of each channel. */
    private static double[][] centred(float[] values, int channels) {
        int places = values.length / channels;
        double[][] rows = new double[places][channels];
        for (int k = 0; k < channels; k++) {
            double mean = 0;
            for (int p = 0; p < places; p++) {
                mean += values[k * places + p] / (double) places;
            }
            for (int p = 0; p < places; p++) {
                rows[p][k] = values[k * places + p] - mean;
            }
        }
        return rows;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /**
     * The top eigenvector times the root of its value, by powers of the matrix plus a multiple of
     * 1.
     */
    private static double[] powers(double[][] matrix) {
        double shift = 0;
        for (double[] row : matrix) {
            shift = Math.max(shift, Arrays.stream(row).map(Math::abs).sum());
        }
        double[] vector = new double[matrix.length];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = Math.cos(i * i + 0.3);
        }
        double value = 0;
        for (int step = 0; step < 20_000; step++) {
            double[] next = new double[vector.length];
            for (int i = 0; i < next.length; i++) {
                next[i] = dot(matrix[i], vector) + shift * vector[i];
            }
            double length = Math.sqrt(dot(next, next));
            value = length - shift;
            for (int i = 0; i < next.length; i++) {
                vector[i] = next[i] / length;
            }
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= Math.sqrt(value);
        }
        return vector;
    }

    private static float[] withSign(double[] map, double sign) {
        float[] result = new float[map.length];
        for (int i = 0; i < map.length; i++) {
            result[i] = (float) (sign * map[i]);
        }
        return result;
    }

    private static double signOfLargest(double[] map) {
        double largest =
                Arrays.stream(map)
                        .boxed()
                        .max((a, b) -> Double.compare(Math.abs(a), Math.abs(b)))
                        .orElseThrow();
        return Math.signum(largest);
    }

    @ParameterizedTest(name = "{0} channels at {1}x{2}")
    @CsvSource({"3, 4, 5", "30, 3, 4", "12, 3, 4"})
    void theLinearMapIsThatOfAPlainVersion(int channels, int height, int width) {
        float[] values = values(channels, height * width);
        double[][] rows = centred(values, channels);
        double[][] products = new double[rows.length][rows.length];
        double[] sums = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            sums[i] = Arrays.stream(rows[i]).sum();
            for (int j = 0; j < rows.length; j++) {
                products[i][j] = dot(rows[i], rows[j]);
            }
        }
        double[] expected = powers(products);
        NDArray array = array(values, channels, height, width);
        assertClose(
                PrincipalMap.linear(array, PrincipalMap.Sign.LARGEST).toFloatArray(),
                withSign(expected, signOfLargest(expected)),
                1e-5,
                "largest");
        assertClose(
                PrincipalMap.linear(array, PrincipalMap.Sign.SUM).toFloatArray(),
                withSign(expected, Math.signum(dot(expected, sums))),
                1e-5,
                "sum");
    }

    @ParameterizedTest(name = "{0} channels at {1}x{2}")
    @CsvSource({"5, 4, 5", "6, 12, 12"})
    void theKernelMapIsThatOfAPlainVersion(int channels, int height, int width) {
        float[] values = values(channels, height * width);
        double[][] rows = centred(values, channels);
        int n = rows.length;
        double[][] kernel = new double[n][n];
        double[] means = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                kernel[i][j] = Math.tanh(dot(rows[i], rows[j]) / channels + 1);
                means[i] += kernel[i][j] / n;
            }
        }
        double all = Arrays.stream(means).average().orElseThrow();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                kernel[i][j] += all - means[i] - means[j];
            }
        }
        double[] expected = powers(kernel);
        NDArray found =
                new KpcaCam()
                        .map(
                                new Evidence(
                                        array(values, channels, height, width),
                                        array(values, channels, height, width)));
        assertClose(
                found.toFloatArray(), withSign(expected, signOfLargest(expected)), 1e-5, "kernel");
    }

    @Test
    void theSignsAreThoseThatAreDocumented() {
        // one channel falls where two others rise: their sum, not the largest value, decides
        float[] activation = {0, 0, 0, 9, 4, 4, 4, 0, 4, 4, 4, 0, 4, 4, 4, 0};
        NDArray array = array(activation, 4, 2, 2);
        float[] sum = PrincipalMap.linear(array, PrincipalMap.Sign.SUM).toFloatArray();
        float[] largest = PrincipalMap.linear(array, PrincipalMap.Sign.LARGEST).toFloatArray();
        assertThat(largest[3]).isPositive();
        assertThat(largest[0]).isNegative();
        assertThat(sum[3]).isNegative();
        assertThat(sum[0]).isPositive();
        NDArray negative = array.neg();
        assertThat(PrincipalMap.linear(negative, PrincipalMap.Sign.SUM).toFloatArray()[3])
                .isPositive();
        assertThat(PrincipalMap.linear(negative, PrincipalMap.Sign.LARGEST).toFloatArray())
                .containsExactly(largest);
    }

    @Test
    void aLayerThatIsTheSameEverywhereGivesZeros() {
        NDArray flat = manager.ones(new Shape(2, 3, 2, 2));
        assertThat(new EigenCam().map(new Evidence(flat, flat)).toFloatArray()).containsOnly(0f);
        assertThat(new EigenGradCam().map(new Evidence(flat, flat)).toFloatArray())
                .containsOnly(0f);
        assertThat(new KpcaCam().map(new Evidence(flat, flat)).abs().max().getFloat())
                .isLessThan(1e-6f);
    }

    @Test
    void whatIsNoNumberIsNotDrawn() {
        float[] values = values(3, 4);
        values[5] = Float.NaN;
        float[] found =
                PrincipalMap.linear(array(values, 3, 2, 2), PrincipalMap.Sign.SUM).toFloatArray();
        assertThat(found).containsOnly(Float.NaN);
    }

    @Test
    void tooManyPlacesForAKernelAreRefused() {
        NDArray large = manager.zeros(new Shape(1, 1, 65, 64));
        Assertions.assertThatThrownBy(() -> new KpcaCam().map(new Evidence(large, large)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("4096 at most, and this layer has 65x64");
    }

    @Test
    void aMapOfManyPlacesAndChannelsIsAnEigenvector() {
        int channels = 200;
        float[] values = values(channels, 900);
        float[] map =
                PrincipalMap.linear(array(values, channels, 30, 30), PrincipalMap.Sign.LARGEST)
                        .toFloatArray();
        double[][] rows = centred(values, channels);
        double[] through = new double[channels];
        double squares = 0;
        for (int p = 0; p < map.length; p++) {
            squares += (double) map[p] * map[p];
            for (int k = 0; k < channels; k++) {
                through[k] += rows[p][k] * map[p];
            }
        }
        float[] back = new float[map.length];
        for (int p = 0; p < map.length; p++) {
            back[p] = (float) (dot(rows[p], through) / squares);
        }
        assertClose(back, map, 1e-5, "X Xᵀ map = λ map");
    }
}
