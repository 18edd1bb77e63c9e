package dev.wherefore.core.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The eigenvector of the largest eigenvalue, of matrices whose eigenvectors are known. */
class EigenvectorTest {

    /** {@code H diag(values) H} with the reflection {@code H = I − 2uuᵀ}: its columns are known. */
    private static DMatrixRMaj matrix(double[] values, double[] u) {
        int n = values.length;
        DMatrixRMaj matrix = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int k = 0; k < n; k++) {
                    sum += reflection(u, i, k) * values[k] * reflection(u, k, j);
                }
                matrix.set(i, j, sum);
            }
        }
        return matrix;
    }

    private static double reflection(double[] u, int i, int j) {
        return (i == j ? 1 : 0) - 2 * u[i] * u[j];
    }

    private static double[] unit(int n) {
        double[] u = new double[n];
        double squares = 0;
        for (int i = 0; i < n; i++) {
            u[i] = Math.sin(1.0 + 3 * i);
            squares += u[i] * u[i];
        }
        for (int i = 0; i < n; i++) {
            u[i] /= Math.sqrt(squares);
        }
        return u;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 128, 129, 400})
    void theLargestIsFoundAndNotTheOneOfLargestMagnitude(int n) {
        double[] values = new double[n];
        int top = n / 2;
        for (int i = 0; i < n; i++) {
            values[i] = i == top ? 5 : i == 0 ? -9 : 4.5 * Math.cos(i);
        }
        double[] u = unit(n);
        DMatrixRMaj matrix = matrix(values, u);
        double[] before = matrix.getData().clone();
        Eigenvector found = Eigenvector.largest(matrix);
        assertThat(found.value()).isCloseTo(5, within(1e-8));
        double dot = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            dot += found.vector()[i] * reflection(u, i, top);
            squares += found.vector()[i] * found.vector()[i];
        }
        assertThat(Math.abs(dot)).isCloseTo(1, within(1e-8));
        assertThat(squares).isCloseTo(1, within(1e-8));
        assertThat(matrix.getData()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 200})
    void aMatrixOfZerosHasTheValueZero(int n) {
        Eigenvector found = Eigenvector.largest(new DMatrixRMaj(n, n));
        assertThat(found.value()).isZero();
        assertThat(found.vector()).doesNotContain(Double.NaN);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 300})
    void closeNeighboursAreToldApart(int n) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = 1 - 0.01 * i;
        }
        double[] u = unit(n);
        Eigenvector found = Eigenvector.largest(matrix(values, u));
        double dot = 0;
        for (int i = 0; i < n; i++) {
            dot += found.vector()[i] * reflection(u, i, 0);
        }
        assertThat(found.value()).isCloseTo(1, within(1e-9));
        assertThat(Math.abs(dot)).isCloseTo(1, within(1e-6));
    }
}
