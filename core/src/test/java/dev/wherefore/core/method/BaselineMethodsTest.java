package dev.wherefore.core.method;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.support.FormulaWeights;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The maps that explain nothing, against which others are held. */
class BaselineMethodsTest {

    private static final int PLACES = 64;

    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    /** Each channel is 1 at its own place and 0 elsewhere, so that a map is the weights. */
    private Evidence eachPlaceItsChannel(int rows) {
        NDArray one = manager.eye(PLACES).reshape(1, PLACES, 8, 8);
        NDArray all = one.repeat(0, rows);
        return new Evidence(all, all.zerosLike());
    }

    private float[][] weights(long seed, NDArray pictures, int targets) {
        int rows = (int) pictures.getShape().get(0) * targets;
        FixedEvidence source =
                new FixedEvidence(pictures, targets, List.of(eachPlaceItsChannel(rows)), seed);
        float[] all = new RandomCam().attribute(source).maps().get(0).toFloatArray();
        float[][] weights = new float[rows][];
        for (int row = 0; row < rows; row++) {
            weights[row] = Arrays.copyOfRange(all, row * PLACES, (row + 1) * PLACES);
        }
        return weights;
    }

    private NDArray pictures(String... names) {
        NDArray[] all = new NDArray[names.length];
        for (int i = 0; i < names.length; i++) {
            Shape shape = new Shape(1, 3, 4, 4);
            all[i] = manager.create(FormulaWeights.values(names[i], shape), shape);
        }
        return all.length == 1 ? all[0] : all[0].concat(all[1], 0);
    }

    @Test
    void randomWeightsFillTheRange() {
        float[] weights = weights(1, pictures("a"), 1)[0];
        double sum = 0;
        for (float weight : weights) {
            assertThat(weight).isBetween(-1f, 1f);
            sum += weight;
        }
        // three standard deviations of the mean of 64 such numbers
        assertThat(Math.abs(sum / PLACES)).isLessThan(0.22);
        Arrays.sort(weights);
        assertThat(weights[PLACES / 8]).isBetween(-1f, -0.4f);
        assertThat(weights[PLACES * 7 / 8]).isBetween(0.4f, 1f);
    }

    @Test
    void randomWeightsBelongToSeedPictureAndTarget() {
        float[][] together = weights(1, pictures("a", "b"), 2);
        float[][] again = weights(1, pictures("a", "b"), 2);
        assertThat(together).isDeepEqualTo(again);
        assertThat(together[0]).isEqualTo(weights(1, pictures("a"), 1)[0]);
        assertThat(together[3]).isEqualTo(weights(1, pictures("b"), 2)[1]);
        assertThat(together[0]).isNotEqualTo(together[1]).isNotEqualTo(together[2]);
        assertThat(together[1]).isNotEqualTo(together[3]);
        assertThat(weights(2, pictures("a"), 1)[0]).isNotEqualTo(together[0]);
    }

    private float[] edges(float[] picture, int channels, int targets) {
        NDArray array = manager.create(picture, new Shape(1, channels, 4, 5));
        return new Edges()
                .attribute(new FixedEvidence(array, targets, List.of(), 1))
                .maps()
                .get(0)
                .toFloatArray();
    }

    @Test
    void aSpotHasTheEdgesOfTheSobelOperator() {
        float[] spot = new float[20];
        spot[2 * 5 + 2] = 1;
        // S_x and S_y are 1, 2 or 0 around it; in the last row, whose neighbours above and below
        // are
        // the same row, S_y is nothing and S_x is 1 + 1
        assertThat(edges(spot, 1, 1))
                .containsExactly(
                        0, 0, 0, 0, 0, //
                        0, 1, 1, 1, 0, //
                        0, 1, 0, 1, 0, //
                        0, 1, 0, 1, 0);
    }

    @Test
    void theBorderIsMirroredAndChannelsBecomeGrey() {
        float[] step = new float[60];
        for (int y = 0; y < 4; y++) {
            for (int x = 2; x < 5; x++) {
                step[20 + y * 5 + x] = 10;
            }
        }
        // green counts 0.587; a step of s gives |S_x| = 4 s on both its sides, nothing at the
        // border
        float expected = 0.5f * 4 * 5.87f;
        float[] found = edges(step, 3, 2);
        assertThat(found).hasSize(40);
        for (int i = 0; i < 40; i++) {
            int x = i % 5;
            assertThat(found[i])
                    .isCloseTo(
                            x == 1 || x == 2 ? expected : 0,
                            org.assertj.core.data.Offset.offset(1e-4f));
        }
    }
}
