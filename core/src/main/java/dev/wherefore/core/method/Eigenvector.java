package dev.wherefore.core.method;

import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The largest eigenvalue of a symmetric matrix, the algebraically largest, and its eigenvector.
 *
 * <p>Up to {@value #WHOLE} rows the whole decomposition is made. A larger matrix is reached by the
 * Lanczos method, each new direction made orthogonal to all before, from a start vector that is
 * drawn with a fixed seed, until {@code |Mv − λv| ≤ 1e-9 · |λ|}.
 *
 * @param value the eigenvalue λ
 * @param vector the eigenvector v, of length 1, {@code (n)}; its sign means nothing
 * @see <a href="https://doi.org/10.6028/jres.045.026">Lanczos, An Iteration Method for the Solution
 *     of the Eigenvalue Problem, 1950</a>
 */
@SuppressWarnings("ArrayRecordComponent") // lives for the length of a call
record Eigenvector(double value, double[] vector) {

    /** Up to so many rows a whole decomposition takes milliseconds. */
    private static final int WHOLE = 128;

    /** Directions before a new start, which bounds the time and memory of orthogonalising. */
    private static final int DIRECTIONS = 64;

    private static final int STARTS = 8;
    private static final double TOLERANCE = 1e-9;

    /** Of a symmetric matrix of finite numbers, {@code (n, n)}, which stays as it is. */
    static Eigenvector largest(DMatrixRMaj matrix) {
        return matrix.numRows <= WHOLE ? whole(matrix) : lanczos(matrix);
    }

    private static Eigenvector whole(DMatrixRMaj matrix) {
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

    private static Eigenvector lanczos(DMatrixRMaj matrix) {
        DMatrixRMaj start = new DMatrixRMaj(matrix.numRows, 1);
        Random random = new Random(1);
        for (int i = 0; i < start.numRows; i++) {
            start.set(i, 0, random.nextGaussian());
        }
        Ritz found = new Ritz(0, start, Double.POSITIVE_INFINITY);
        for (int i = 0; i < STARTS && !found.isClose(); i++) {
            found = krylov(matrix, found.vector);
        }
        return new Eigenvector(found.value, found.vector.getData());
    }

    /** What a space of directions knows of the eigenvector, and how far off it is. */
    private record Ritz(double value, DMatrixRMaj vector, double residual) {

        boolean isClose() {
            return residual <= TOLERANCE * Math.abs(value);
        }
    }

    /** The best in the space of a vector and its products with the matrix. */
    private static Ritz krylov(DMatrixRMaj matrix, DMatrixRMaj start) {
        int n = matrix.numRows;
        DMatrixRMaj basis = new DMatrixRMaj(DIRECTIONS, n);
        DMatrixRMaj projected = new DMatrixRMaj(DIRECTIONS, DIRECTIONS);
        DMatrixRMaj next = start.copy();
        int size = 0;
        double rest = NormOps_DDRM.normF(next);
        double largest = 0;
        while (size < DIRECTIONS && rest > 1e-14 * largest) {
            CommonOps_DDRM.divide(next, rest);
            System.arraycopy(next.getData(), 0, basis.getData(), size * n, n);
            if (size > 0) {
                projected.set(size, size - 1, rest);
                projected.set(size - 1, size, rest);
            }
            DMatrixRMaj product = new DMatrixRMaj(n, 1);
            CommonOps_DDRM.mult(matrix, next, product);
            projected.set(size, size, CommonOps_DDRM.dot(next, product));
            largest = Math.max(largest, NormOps_DDRM.normF(product));
            size++;
            takeAway(basis, size, product);
            next = product;
            rest = NormOps_DDRM.normF(next);
        }
        Eigenvector small = whole(CommonOps_DDRM.extract(projected, 0, size, 0, size));
        DMatrixRMaj vector = new DMatrixRMaj(n, 1);
        DMatrixRMaj used = DMatrixRMaj.wrap(size, n, basis.getData());
        CommonOps_DDRM.multTransA(used, DMatrixRMaj.wrap(size, 1, small.vector), vector);
        return new Ritz(small.value, vector, rest * Math.abs(small.vector[size - 1]));
    }

    /** Makes a vector orthogonal to the first directions; twice, for what rounding leaves. */
    private static void takeAway(DMatrixRMaj basis, int size, DMatrixRMaj vector) {
        DMatrixRMaj used = DMatrixRMaj.wrap(size, basis.numCols, basis.getData());
        DMatrixRMaj share = new DMatrixRMaj(size, 1);
        for (int i = 0; i < 2; i++) {
            CommonOps_DDRM.mult(used, vector, share);
            CommonOps_DDRM.multAddTransA(-1, used, share, vector);
        }
    }
}
