package dev.wherefore.core.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.wherefore.core.image.Picture;
import dev.wherefore.core.scene.draw.Ground;
import dev.wherefore.core.scene.draw.Light;
import dev.wherefore.core.scene.draw.Tone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScenePlanTest {

    private static final SceneGenerator GENERATOR = new SceneGenerator(SceneSettings.DEFAULT);
    private static final double[] DAY = {1, 1, 1};
    private static final Ground GROUND = new Ground(50, 50, 80, 80);

    @Test
    void aMaskIsWhereThePictureChanges() {
        int checked = 0;
        for (long seed = 0; seed < 40; seed++) {
            ScenePlan plan = inPlainLight(GENERATOR.plan(seed));
            Scene all = GENERATOR.draw(plan);
            for (SceneObject object : all.objects()) {
                List<Placement> others = new ArrayList<>(plan.placements());
                others.remove(object.index());
                Picture without = GENERATOR.draw(plan.with(others)).picture();
                assertThat(changedShare(all.picture(), without, object.mask(), 1))
                        .as("%s of scene %d", object.kind(), seed)
                        .isGreaterThan(0.97);
                assertThat(strayShare(all.picture(), without, object.mask())).isLessThan(0.02);
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(80);
    }

    @Test
    void whatIsBeforeAnObjectIsTakenFromIt() {
        Placement house = placement(Kind.HOUSE, Colour.YELLOW, "gabled", 64, 90, 1);
        Placement ball = placement(Kind.BALL, Colour.RED, "plain", 64, 95, 1);
        Scene alone = draw(house);
        Scene both = draw(ball, house);
        Mask whole = alone.objects().get(0).mask();
        Mask front = both.objects().get(1).mask();
        int hidden = 0;
        for (int y = 0; y < 128; y++) {
            for (int x = 0; x < 128; x++) {
                hidden += whole.contains(x, y) && front.contains(x, y) ? 1 : 0;
            }
        }
        SceneObject behind = both.objects().get(0);
        assertThat(behind.kind()).isEqualTo(Kind.HOUSE);
        assertThat(behind.depth()).isZero();
        assertThat(hidden).isBetween(150, 330);
        assertThat(behind.mask().area()).isEqualTo(whole.area() - hidden);
        assertThat(behind.visibleShare())
                .isCloseTo(1 - hidden / (double) whole.area(), within(1e-9));
        assertThat(both.objects().get(1).visibleShare()).isEqualTo(1);
    }

    @Test
    void halfOfABallBeyondTheEdgeIsHalfVisible() {
        SceneObject ball =
                draw(placement(Kind.BALL, Colour.RED, "plain", 0, 100, 1.5)).objects().get(0);
        assertThat(ball.visibleShare()).isCloseTo(0.5, within(0.02));
        assertThat(ball.box().left()).isZero();
        assertThat(ball.present()).isTrue();
    }

    @Test
    void anObjectIsPresentFromFortyPercentAndAHundredAndFiftyPixels() {
        assertThat(present(placement(Kind.BALL, Colour.RED, "plain", -1, 100, 1.9))).isTrue();
        assertThat(present(placement(Kind.BALL, Colour.RED, "plain", -5, 100, 1.9))).isFalse();
        assertThat(present(placement(Kind.BALL, Colour.RED, "plain", 60, 100, 0.73))).isTrue();
        assertThat(present(placement(Kind.BALL, Colour.RED, "plain", 60, 100, 0.62))).isFalse();
        assertThat(present(placement(Kind.BALL, Colour.RED, "plain", -100, 100, 1))).isFalse();
    }

    @Test
    void theSamePlanIsDrawnInAnySize() {
        SceneGenerator large = new SceneGenerator(new SceneSettings(256, 256, 1, 5));
        Placement small = placement(Kind.BALL, Colour.RED, "plain", 60, 100, 0.62);
        assertThat(large.draw(plan(small)).present()).isEmpty();
        Placement enough = placement(Kind.BALL, Colour.RED, "plain", 60, 100, 0.8);
        assertThat(large.draw(plan(enough)).present()).hasSize(1);
    }

    @Test
    void eachColourLooksLikeItsName() {
        for (Colour colour : Colour.values()) {
            for (Daylight daylight : Daylight.values()) {
                for (long seed = 0; seed < 4; seed++) {
                    looksLikeItsName(Kind.BENCH, "boards", colour, daylight, seed);
                    looksLikeItsName(Kind.BALL, "plain", colour, daylight, seed);
                    looksLikeItsName(Kind.FIRE_HYDRANT, "domed", colour, daylight, seed);
                    looksLikeItsName(Kind.DOG, "sitting", colour, daylight, seed);
                }
            }
        }
    }

    @Test
    void aPoseThatTheDrawingDoesNotKnowIsRefused() {
        assertThatThrownBy(() -> draw(placement(Kind.DOG, Colour.BROWN, "flying", 60, 100, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pose of a dog must be one of [standing, sitting], found 'flying'");
    }

    private static void looksLikeItsName(
            Kind kind, String pose, Colour colour, Daylight daylight, long seed) {
        Placement placement =
                new Placement(kind, Optional.of(colour), pose, 64, 100, 100, 1.2, false, seed);
        ScenePlan plan =
                new ScenePlan(
                        seed, Backdrop.PARK, daylight, GROUND, Light.plain(), List.of(placement));
        Scene scene = GENERATOR.draw(plan);
        int[] median = median(scene.picture(), scene.objects().get(0).mask());
        Colour nearest = Colour.RED;
        for (Colour other : Colour.values()) {
            if (distance(median, other, daylight) < distance(median, nearest, daylight)) {
                nearest = other;
            }
        }
        assertThat(nearest).as("%s %s, %s", colour, kind, daylight).isEqualTo(colour);
    }

    private static boolean present(Placement placement) {
        return draw(placement).objects().get(0).present();
    }

    private static Scene draw(Placement... placements) {
        return GENERATOR.draw(plan(placements));
    }

    private static ScenePlan plan(Placement... placements) {
        return new ScenePlan(
                7, Backdrop.SNOW, Daylight.DAY, GROUND, Light.plain(), List.of(placements));
    }

    private static ScenePlan inPlainLight(ScenePlan plan) {
        return new ScenePlan(
                plan.seed(),
                plan.backdrop(),
                plan.daylight(),
                plan.ground(),
                Light.plain(),
                plan.placements());
    }

    private static Placement placement(
            Kind kind, Colour colour, String pose, double x, double y, double scale) {
        return new Placement(kind, Optional.of(colour), pose, x, y, y, scale, false, 3);
    }

    private static double changedShare(Picture a, Picture b, Mask mask, int least) {
        int changed = 0;
        for (int y = 0; y < a.height(); y++) {
            for (int x = 0; x < a.width(); x++) {
                changed += mask.contains(x, y) && change(a, b, x, y) >= least ? 1 : 0;
            }
        }
        return changed / (double) mask.area();
    }

    /** Changes too strong for a shadow, two pixels and more away from the mask. */
    private static double strayShare(Picture a, Picture b, Mask mask) {
        int stray = 0;
        for (int y = 0; y < a.height(); y++) {
            for (int x = 0; x < a.width(); x++) {
                stray += change(a, b, x, y) > 95 && !near(mask, x, y) ? 1 : 0;
            }
        }
        return stray / (double) mask.area();
    }

    private static boolean near(Mask mask, int x, int y) {
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                if (mask.contains(x + dx, y + dy)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int change(Picture a, Picture b, int x, int y) {
        int change = 0;
        for (int band = 0; band < 3; band++) {
            change = Math.max(change, Math.abs(a.sample(y, x, band) - b.sample(y, x, band)));
        }
        return change;
    }

    private static int[] median(Picture picture, Mask mask) {
        int[] median = new int[3];
        for (int band = 0; band < 3; band++) {
            int[] values = new int[mask.area()];
            int count = 0;
            for (int i = 0; i < picture.width() * picture.height(); i++) {
                int x = i % picture.width();
                int y = i / picture.width();
                if (mask.contains(x, y)) {
                    values[count++] = picture.sample(y, x, band);
                }
            }
            Arrays.sort(values);
            median[band] = values[count / 2];
        }
        return median;
    }

    /** How far a colour is from a named one in the same light. */
    private static double distance(int[] rgb, Colour colour, Daylight daylight) {
        double[] tint = daylight == Daylight.DUSK ? new double[] {0.95, 0.9, 0.93} : DAY;
        double sum = 0;
        for (int band = 0; band < 3; band++) {
            double d = rgb[band] - tint[band] * Tone.band(Palette.tone(colour), band);
            sum += d * d;
        }
        return sum;
    }
}
