package dev.wherefore.core.method;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The largest eigenvalue of a symmetric matrix, the algebraically largest, and its eigenvector.
 *
 * <p>Up to {@value #WHOLE} rows the whole decomposition is made; a larger matrix is left to {@link
 * Lanczos}.
 *
 * @param value the eigenvalue λ
 * @param vector the eigenvector v, of length 1, {@code (n)}; its sign means nothing
 */
@SuppressWarnings("ArrayRecordComponent") // lives for the length of a call
record Eigenvector(double value, double[] vector) {

    /** Up to so many rows a whole decomposition takes milliseconds. */
    private static final int WHOLE = 128;

    /** Of a symmetric matrix of finite numbers, {@code (n, n)}, which stays as it is. */
    static Eigenvector largest(DMatrixRMaj matrix) {
        return matrix.numRows <= WHOLE ? whole(matrix) : Lanczos.largest(matrix);
    }

    /** By the whole decomposition. */
    static Eigenvector whole(DMatrixRMaj matrix) {
        EigenDecomposition_F64<DMatrixRMaj> eigen =
                DecompositionFactory_DDRM.eig(matrix.numRows, true, true);
        if (!eigen.decompose(matrix.copy())) {
            throw new IllegalStateException(
                    "no eigenvectors of a matrix of " + matrix.numRows + " rows");
        }
        int best = 0;
        for (int i = 1; i < eigen.getNumberOfEigenvalues(); i++) {
            if (eigen.getEigenvalue(i).real > eigen.getEigenvalue(best).real) {
                best = i;
            }
        }
        return new Eigenvector(
                eigen.getEigenvalue(best).real, eigen.getEigenVector(best).getData().clone());
    }
}
