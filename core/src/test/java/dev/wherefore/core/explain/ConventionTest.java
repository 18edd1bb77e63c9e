package dev.wherefore.core.explain;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wherefore.core.image.Plane;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each convention's way on maps of a few numbers. */
class ConventionTest {

    private static final Plane RAW = Plane.of(1, 3, new float[] {-2, 1, 4});

    private static float[] heat(Convention convention, MapSign sign, int width) {
        return convention.scaling().heat(List.of(sign.of(RAW)), Fusion.MEAN, 1, width).toArray();
    }

    @Test
    void thePaperSpreadsAfterEnlarging() {
        float[] expected = {0, 0.125f, 0.25f, 0.625f, 1};
        assertClose(heat(Convention.PAPER, MapSign.POSITIVE, 5), expected, 1e-6, "paper");
        Plane flat = Plane.of(1, 2, new float[] {3, 3});
        assertThat(new PaperScaling().heat(List.of(flat), Fusion.MEAN, 1, 4).max()).isZero();
    }

    @Test
    void captumScalesNothing() {
        float[] expected = {0, 0, 1, 1, 4, 4};
        assertClose(heat(Convention.CAPTUM, MapSign.POSITIVE, 6), expected, 0, "captum");
    }

    @Test
    void theGradCamPackageSpreadsBeforeEnlarging() {
        float[] expected = {0, 0.0625f, 0.1875f, 0.4375f, 0.8125f, 1};
        assertClose(heat(Convention.GRAD_CAM, MapSign.POSITIVE, 6), expected, 1e-6, "grad-cam");
    }

    @Test
    void torchCamJoinsAtTheLargestLayersSize() {
        Plane small = Plane.of(1, 1, new float[] {5});
        Plane large = Plane.of(1, 2, new float[] {2, 4});
        float[] joined =
                new TorchCamScaling().heat(List.of(small, large), Fusion.MAX, 1, 2).toArray();
        assertClose(joined, new float[] {0, 1}, 1e-6, "joined");
        float[] lifted =
                new TorchCamScaling().heat(List.of(small, large), Fusion.TANH_MAX, 1, 2).toArray();
        assertClose(lifted, new float[] {0, (float) Math.tanh(2)}, 1e-6, "tanh");
    }

    @ParameterizedTest
    @EnumSource
    void whatSpeaksAgainstIsWhatSpeaksForTheNegative(Convention convention) {
        Plane negated = RAW.map(v -> -v);
        float[] against = heat(convention, MapSign.NEGATIVE, 7);
        float[] forNegative =
                convention
                        .scaling()
                        .heat(List.of(MapSign.POSITIVE.of(negated)), Fusion.MEAN, 1, 7)
                        .toArray();
        assertThat(against).isEqualTo(forNegative);
    }

    @ParameterizedTest
    @EnumSource
    void signedMapsAreOverTheirLargestMagnitude(Convention convention) {
        Plane signed = convention.signed(List.of(RAW), 1, 3);
        assertClose(signed.toArray(), new float[] {-0.5f, 0.25f, 1}, 1e-6, convention.toString());
        Plane large = convention.signed(List.of(RAW), 1, 30);
        assertThat(large.max()).isLessThanOrEqualTo(1);
        assertThat(large.min()).isGreaterThanOrEqualTo(-1);
    }

    @ParameterizedTest
    @EnumSource
    void aSharedScaleIsThatOfTheLargest(Convention convention) {
        Plane shared =
                convention
                        .scaling()
                        .shared(List.of(MapSign.POSITIVE.of(RAW)), List.of(8f), Fusion.MEAN, 1, 3);
        assertClose(shared.toArray(), new float[] {0, 0.125f, 0.5f}, 1e-6, convention.toString());
    }

    @Test
    void verdictsAreAboutTheEvidenceThatWasAskedFor() {
        Plane allFor = Plane.of(1, 2, new float[] {1, 2});
        assertThat(Verdict.on(List.of(allFor), MapSign.POSITIVE, false))
                .isEqualTo(Verdict.EVIDENCE);
        assertThat(Verdict.on(List.of(allFor), MapSign.NEGATIVE, false))
                .isEqualTo(Verdict.NO_NEGATIVE_EVIDENCE);
        assertThat(Verdict.on(List.of(allFor), MapSign.SIGNED, false)).isEqualTo(Verdict.EVIDENCE);
        Plane allAgainst = allFor.map(v -> -v);
        assertThat(Verdict.on(List.of(allAgainst), MapSign.POSITIVE, false))
                .isEqualTo(Verdict.NO_POSITIVE_EVIDENCE);
        Plane flat = Plane.of(1, 2, new float[] {-1, -1});
        assertThat(Verdict.on(List.of(flat), MapSign.NEGATIVE, false))
                .isEqualTo(Verdict.CONSTANT_AGAINST);
    }
}
