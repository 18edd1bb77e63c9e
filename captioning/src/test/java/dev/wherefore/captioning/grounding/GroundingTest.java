package dev.wherefore.captioning.grounding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.captioning.CaptionModel;
import dev.wherefore.captioning.Saying;
import dev.wherefore.captioning.config.GroundingConfig;
import dev.wherefore.captioning.support.CaptionTrial;
import dev.wherefore.captioning.support.SmallCaptioner;
import dev.wherefore.captioning.support.TeacherForcing;
import dev.wherefore.core.image.Fill;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.text.Text;
import dev.wherefore.core.text.UnknownWords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What words lose without the picture is what the network says of pictures filled by hand. */
class GroundingTest {

    private static final Shape INPUT = new Shape(1, 3, 32, 32);
    private static final int SIZE = 32 * 32;
    private static final int[] BEGINNING = {2, 5, 11, 9, 15};

    @TempDir Path folder;
    private CaptionTrial trial = new CaptionTrial(Path.of(""));
    private float[] image = {};

    @BeforeEach
    void writeCaptioner() throws IOException {
        SmallCaptioner.write(folder);
        trial = new CaptionTrial(folder);
        image =
                trial.config()
                        .shared()
                        .preprocess()
                        .preprocessing()
                        .apply(CaptionTrial.picture(40, 50, 4))
                        .channelsFirst();
    }

    /** Heat in the left half for the first word, and at one pixel alone for the third. */
    private static Map<Integer, Plane> heats() {
        Map<Integer, Plane> heats = new LinkedHashMap<>();
        heats.put(2, Plane.compute(32, 32, (y, x) -> y == 7 && x == 9 ? 1 : 0.49f));
        heats.put(0, Plane.compute(32, 32, (y, x) -> x < 16 ? 0.5f : 0));
        return heats;
    }

    /** The caption "red the trees", whose last word has two tokens. */
    private GroundedCaption measured(CaptionModel model, GroundingConfig config) {
        Text text = model.tokenizer().encode("red the trees", UnknownWords.REFUSE);
        Saying saying = new Saying(text, model.tokenizer().specials(), Optional.empty());
        try (NDManager scope = model.network().newScope()) {
            return new Grounding(model, config)
                    .of(scope, scope.create(image, INPUT), saying, heats());
        }
    }

    /** The log-probabilities of the four tokens and the end, in a picture. */
    private static float[] tokens(CaptionModel model, float[] picture) {
        float[][] rows =
                TeacherForcing.logProbabilities(model.network(), picture, INPUT, BEGINNING);
        return new float[] {rows[0][5], rows[1][11], rows[2][9], rows[3][15], rows[4][3]};
    }

    private float[] filled(Fill fill, IntPredicate covered) {
        float[] picture = image.clone();
        for (int c = 0; c < 3; c++) {
            double mean = 0;
            for (int i = 0; i < SIZE; i++) {
                mean += image[c * SIZE + i] / SIZE;
            }
            for (int i = 0; i < SIZE; i++) {
                if (covered.test(i)) {
                    picture[c * SIZE + i] = fill == Fill.MEAN ? (float) mean : 0;
                }
            }
        }
        return picture;
    }

    @ParameterizedTest
    @EnumSource
    void fallsAreThoseOfPicturesFilledByHand(Fill fill) throws IOException {
        try (CaptionModel model = trial.model()) {
            GroundedCaption found = measured(model, new GroundingConfig(true, fill, 0.5));
            float[] own = tokens(model, image);
            float[] blank = tokens(model, filled(fill, i -> true));
            float[] half = tokens(model, filled(fill, i -> i % 32 < 16));
            float[] pixel = tokens(model, filled(fill, i -> i == 7 * 32 + 9));
            List<WordGrounding> words = found.words();
            assertThat(words).map(WordGrounding::word).containsExactly("red", "the", "trees");
            assertThat(words).map(WordGrounding::place).containsExactly(1, 2, 3);
            assertNear(words.get(0).logProbability(), own[0]);
            assertNear(words.get(0).withoutPicture(), own[0] - blank[0]);
            assertNear(words.get(0).withoutRegion().orElseThrow(), own[0] - half[0]);
            assertNear(words.get(1).withoutPicture(), own[1] - blank[1]);
            assertThat(words.get(1).withoutRegion()).isEmpty();
            double trees = own[2] + own[3];
            assertNear(words.get(2).logProbability(), trees);
            assertNear(words.get(2).withoutPicture(), trees - blank[2] - blank[3]);
            assertNear(words.get(2).withoutRegion().orElseThrow(), trees - pixel[2] - pixel[3]);
            assertThat(Math.abs(words.get(0).withoutRegion().orElseThrow()))
                    .as("the half of the picture matters")
                    .isGreaterThan(1e-3f);
            assertNear(found.logProbability(0, 5), own[0] + own[1] + own[2] + own[3] + own[4]);
        }
    }

    private static void assertNear(double found, double expected) {
        assertThat(found).isCloseTo(expected, within(1e-5 * Math.max(1, Math.abs(expected))));
    }

    @Test
    void theRegionIsWhereTheHeatReachesItsShare() throws IOException {
        try (CaptionModel model = trial.model()) {
            float[] own = tokens(model, image);
            for (double share : new double[] {0.4, 0.51}) {
                float[] pixel =
                        tokens(model, filled(Fill.MEAN, i -> share < 0.49 || i == 7 * 32 + 9));
                GroundedCaption found =
                        measured(model, new GroundingConfig(true, Fill.MEAN, share));
                assertNear(
                        found.words().get(2).withoutRegion().orElseThrow(),
                        own[2] + own[3] - pixel[2] - pixel[3]);
            }
        }
    }

    @Test
    void whereNothingIsMeasuredTheProbabilitiesAreKnownStill() throws IOException {
        try (CaptionModel model = trial.model()) {
            GroundedCaption found = measured(model, new GroundingConfig(false, Fill.MEAN, 0.5));
            float[] own = tokens(model, image);
            assertThat(found.words()).isEmpty();
            assertThat(found.sentence()).isEmpty();
            assertNear(found.logProbability(0, 5), own[0] + own[1] + own[2] + own[3] + own[4]);
        }
    }
}
