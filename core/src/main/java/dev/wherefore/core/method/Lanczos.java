package dev.wherefore.core.method;

import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;

/**
 * The Lanczos method for the largest eigenvalue of a large symmetric matrix: the best vector in the
 * space of a start vector's products with the matrix, each new direction made orthogonal to all
 * before. The space begins anew from its best vector when it is full.
 *
 * @see <a href="https://doi.org/10.6028/jres.045.026">Lanczos, An Iteration Method for the Solution
 *     of the Eigenvalue Problem, 1950</a>
 */
final class Lanczos {

    /** How many directions bound the time and memory of orthogonalising. */
    private static final int DIRECTIONS = 64;

    /** After so many new directions it is looked whether they are enough. */
    private static final int LOOK = 8;

    private static final int STARTS = 8;
    private static final double TOLERANCE = 1e-9;

    private final DMatrixRMaj matrix;
    private final DMatrixRMaj basis;
    private final DMatrixRMaj projected = new DMatrixRMaj(DIRECTIONS, DIRECTIONS);
    private DMatrixRMaj next;
    private double rest;
    private double largest;
    private int size;

    private Lanczos(DMatrixRMaj matrix, DMatrixRMaj start) {
        this.matrix = matrix;
        this.basis = new DMatrixRMaj(DIRECTIONS, matrix.numRows);
        this.next = start.copy();
        this.rest = NormOps_DDRM.normF(start);
    }

    /** Until {@code |Mv − λv| ≤ 1e-9 · |λ|}, from a vector that is drawn with a fixed seed. */
    static Eigenvector largest(DMatrixRMaj matrix) {
        DMatrixRMaj start = new DMatrixRMaj(matrix.numRows, 1);
        Random random = new Random(1);
        for (int i = 0; i < start.numRows; i++) {
            start.set(i, 0, random.nextGaussian());
        }
        Ritz found = new Ritz(0, start, Double.POSITIVE_INFINITY);
        for (int i = 0; i < STARTS && !found.isClose(); i++) {
            found = new Lanczos(matrix, found.vector).search();
        }
        return new Eigenvector(found.value, found.vector.getData());
    }

    /** What a space knows of the eigenvector, and how far off it is. */
    private record Ritz(double value, DMatrixRMaj vector, double residual) {

        boolean isClose() {
            return residual <= TOLERANCE * Math.abs(value);
        }
    }

    private Ritz search() {
        Ritz found;
        do {
            for (int i = 0; i < LOOK && canGrow(); i++) {
                grow();
            }
            found = best();
        } while (canGrow() && !found.isClose());
        return found;
    }

    /** Whether there is room, and a direction that is more than rounding. */
    private boolean canGrow() {
        return size < DIRECTIONS && rest > 1e-14 * largest;
    }

    private void grow() {
        CommonOps_DDRM.divide(next, rest);
        System.arraycopy(next.getData(), 0, basis.getData(), size * next.numRows, next.numRows);
        if (size > 0) {
            projected.set(size, size - 1, rest);
            projected.set(size - 1, size, rest);
        }
        DMatrixRMaj product = new DMatrixRMaj(next.numRows, 1);
        CommonOps_DDRM.mult(matrix, next, product);
        projected.set(size, size, CommonOps_DDRM.dot(next, product));
        largest = Math.max(largest, NormOps_DDRM.normF(product));
        size++;
        // twice, for what rounding leaves
        takeAway(product);
        takeAway(product);
        next = product;
        rest = NormOps_DDRM.normF(next);
    }

    private void takeAway(DMatrixRMaj vector) {
        DMatrixRMaj share = new DMatrixRMaj(size, 1);
        CommonOps_DDRM.mult(used(), vector, share);
        CommonOps_DDRM.multAddTransA(-1, used(), share, vector);
    }

    private DMatrixRMaj used() {
        return DMatrixRMaj.wrap(size, basis.numCols, basis.getData());
    }

    private Ritz best() {
        Eigenvector small = Eigenvector.whole(CommonOps_DDRM.extract(projected, 0, size, 0, size));
        DMatrixRMaj vector = new DMatrixRMaj(basis.numCols, 1);
        CommonOps_DDRM.multTransA(used(), DMatrixRMaj.wrap(size, 1, small.vector()), vector);
        return new Ritz(small.value(), vector, rest * Math.abs(small.vector()[size - 1]));
    }
}
