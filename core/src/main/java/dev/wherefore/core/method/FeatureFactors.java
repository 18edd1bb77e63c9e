package dev.wherefore.core.method;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;

/**
 * Non-negative factors of a layer's activations in one picture: {@code V ≈ H W}, V with a row for
 * each of n places and a column for each of C channels.
 *
 * @param places H, how much of each concept is at each place: {@code (n, K)}
 * @param concepts W, the channels that each concept is made of, each row of length 1: {@code (K,
 *     C)}
 * @see <a href="https://doi.org/10.1038/44565">Lee and Seung, Learning the parts of objects by
 *     non-negative matrix factorization, 1999</a>
 * @see <a href="https://doi.org/10.1587/transfun.E92.A.708">Cichocki and Phan, Fast Local
 *     Algorithms for Large Scale Nonnegative Matrix and Tensor Factorizations, 2009: HALS</a>
 */
record FeatureFactors(DMatrixRMaj places, DMatrixRMaj concepts) {

    private static final int MOST_UPDATES = 200;
    private static final int LOOK_EVERY = 10;
    private static final double STILL = 1e-5;
    private static final double EPSILON = 1e-12;

    /**
     * Returns the factors.
     *
     * @param values V, {@code (n, C)}; what is negative counts as nothing
     * @param count how many concepts, K
     * @param seed what the factors begin with
     * @return the factors, the concept that makes up most first
     */
    static FeatureFactors of(DMatrixRMaj values, int count, long seed) {
        for (int i = 0; i < values.getNumElements(); i++) {
            values.set(i, Math.max(0, values.get(i)));
        }
        DMatrixRMaj turned = CommonOps_DDRM.transpose(values, null);
        double typical = Math.sqrt(CommonOps_DDRM.elementSum(values) / values.getNumElements());
        SplittableRandom random = new SplittableRandom(seed);
        DMatrixRMaj places = start(values.getNumRows(), count, typical, random);
        DMatrixRMaj channels = start(values.getNumCols(), count, typical, random);
        double all = NormOps_DDRM.normF(values);
        double before = Double.POSITIVE_INFINITY;
        for (int i = 1; i <= MOST_UPDATES; i++) {
            update(channels, turned, places);
            update(places, values, channels);
            if (i % LOOK_EVERY == 0) {
                double missing = missing(values, places, channels);
                if (before - missing <= STILL * all) {
                    break;
                }
                before = missing;
            }
        }
        return new FeatureFactors(places, CommonOps_DDRM.transpose(channels, null)).ordered();
    }

    private static DMatrixRMaj start(int rows, int columns, double scale, SplittableRandom random) {
        DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
        for (int i = 0; i < matrix.getNumElements(); i++) {
            matrix.set(i, scale * (EPSILON + random.nextDouble()));
        }
        return matrix;
    }

    /** Sets one column of a factor after the other to the best that is not negative. */
    private static void update(DMatrixRMaj factor, DMatrixRMaj values, DMatrixRMaj other) {
        int count = factor.getNumCols();
        DMatrixRMaj wanted = new DMatrixRMaj(factor.getNumRows(), count);
        DMatrixRMaj square = new DMatrixRMaj(count, count);
        CommonOps_DDRM.mult(values, other, wanted);
        CommonOps_DDRM.multTransA(other, other, square);
        for (int k = 0; k < count; k++) {
            double own = Math.max(square.get(k, k), EPSILON);
            for (int i = 0; i < factor.getNumRows(); i++) {
                double had = 0;
                for (int j = 0; j < count; j++) {
                    had += factor.get(i, j) * square.get(j, k);
                }
                double best = factor.get(i, k) + (wanted.get(i, k) - had) / own;
                factor.set(i, k, Math.max(0, best));
            }
        }
    }

    private static double missing(DMatrixRMaj values, DMatrixRMaj places, DMatrixRMaj channels) {
        DMatrixRMaj made = new DMatrixRMaj(values.getNumRows(), values.getNumCols());
        CommonOps_DDRM.multTransB(places, channels, made);
        CommonOps_DDRM.subtractEquals(made, values);
        return NormOps_DDRM.normF(made);
    }

    /** The same product: each concept of length 1, the one that makes up most first. */
    private FeatureFactors ordered() {
        int count = concepts.getNumRows();
        double[] lengths = new double[count];
        double[] masses = new double[count];
        for (int k = 0; k < count; k++) {
            lengths[k] = NormOps_DDRM.normF(CommonOps_DDRM.extractRow(concepts, k, null));
            masses[k] = lengths[k] * CommonOps_DDRM.elementSum(column(k));
        }
        List<Integer> order =
                IntStream.range(0, count)
                        .boxed()
                        .sorted(Comparator.comparingDouble(k -> -masses[k]))
                        .toList();
        DMatrixRMaj ownPlaces = new DMatrixRMaj(places.getNumRows(), count);
        DMatrixRMaj ownConcepts = new DMatrixRMaj(count, concepts.getNumCols());
        for (int k = 0; k < count; k++) {
            int from = order.get(k);
            double length = Math.max(lengths[from], EPSILON);
            for (int i = 0; i < places.getNumRows(); i++) {
                ownPlaces.set(i, k, places.get(i, from) * length);
            }
            for (int c = 0; c < concepts.getNumCols(); c++) {
                ownConcepts.set(k, c, concepts.get(from, c) / length);
            }
        }
        return new FeatureFactors(ownPlaces, ownConcepts);
    }

    private DMatrixRMaj column(int k) {
        return CommonOps_DDRM.extractColumn(places, k, null);
    }
}
