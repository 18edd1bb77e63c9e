package dev.wherefore.core.method;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.assertj.core.data.Offset;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

/** Factors of activations that were made of known parts. */
class FeatureFactorsTest {

    /** Two parts at places of their own: the second is three times as strong. */
    private static DMatrixRMaj twoParts() {
        return new DMatrixRMaj(
                new double[][] {
                    {1, 0, 2, 0}, {2, 0, 4, 0}, {0, 3, 0, 3}, {0, 9, 0, 9}, {0, 0, 0, 0}
                });
    }

    @Test
    void findsPartsThatDoNotOverlapTheStrongestFirst() {
        FeatureFactors found = FeatureFactors.of(twoParts(), 2, 1);
        double half = Math.sqrt(0.5);
        double fifth = Math.sqrt(0.2);
        assertThat(found.concepts().getData())
                .containsExactly(
                        new double[] {0, half, 0, half, fifth, 0, 2 * fifth, 0},
                        Offset.offset(1e-3));
        DMatrixRMaj made = new DMatrixRMaj(5, 4);
        CommonOps_DDRM.mult(found.places(), found.concepts(), made);
        assertThat(made.getData()).containsExactly(twoParts().getData(), Offset.offset(1e-2));
    }

    @Test
    void holdsNothingNegativeAndComesOutTheSameAgain() {
        DMatrixRMaj values = new DMatrixRMaj(new double[][] {{-1, 2, 0.5}, {3, -4, 1}, {0, 1, 1}});
        FeatureFactors one = FeatureFactors.of(values.copy(), 2, 5);
        FeatureFactors again = FeatureFactors.of(values.copy(), 2, 5);
        assertThat(one.places().getData()).isEqualTo(again.places().getData());
        assertThat(CommonOps_DDRM.elementMin(one.places())).isGreaterThanOrEqualTo(0);
        assertThat(CommonOps_DDRM.elementMin(one.concepts())).isGreaterThanOrEqualTo(0);
    }

    @Test
    void whatConceptsAddIsTheMapPlaceByPlaceAndInAll() {
        try (NDManager scope = NDManager.newBaseManager()) {
            float[] activations = {1, 2, 0, 0, 0, 0, 3, 9, 2, 4, 0, 0, 0, 0, 3, 9};
            float[] gradients = {1, 1, 1, 1, -1, -1, -1, -1, 2, 2, 2, 2, 0, 0, 0, 0};
            NDArray activation = scope.create(activations, new Shape(1, 4, 2, 2));
            NDArray gradient = scope.create(gradients, new Shape(1, 4, 2, 2));
            FixedEvidence source =
                    new FixedEvidence(
                            scope.zeros(new Shape(1, 3, 4, 4)),
                            1,
                            List.of(new Evidence(activation, gradient)),
                            1);
            Attribution found = new DeepFeatureFactorisation().attribute(source);
            // HiResCAM's map of what is made up, here of everything
            float[] map = found.maps().get(0).toFloatArray();
            assertThat(map).containsExactly(new float[] {5, 10, -3, -9}, Offset.offset(0.05f));
            float[] shares = found.concepts().orElseThrow().shares().toFloatArray();
            assertThat(shares[0] + shares[1] + shares[2] + shares[3] + shares[4])
                    .isCloseTo(3, Offset.offset(0.1f));
        }
    }
}
