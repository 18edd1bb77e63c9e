package dev.wherefore.core.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SceneSettingsTest {

    private static final List<Kind> BUS = List.of(Kind.BUS);

    @Test
    void theUsualOnesAreFixed() {
        assertThat(SceneSettings.DEFAULT)
                .isEqualTo(new SceneSettings(128, 128, 1, 5, List.of(Kind.values()), 0.45, 5, 0.7));
    }

    @Test
    void aWrongSettingIsNamedFirst() {
        refused("width must be at least 128, found 64", 64, 128, 1, 5, BUS, 0, 0, 0);
        refused("height must be at least 128, found 0", 128, 0, 1, 5, BUS, 0, 0, 0);
        refused("minimumObjects must be at least 1, found 0", 128, 128, 0, 5, BUS, 0, 0, 0);
        refused(
                "maximumObjects must be from minimumObjects, 3, to 8, found 2",
                128,
                128,
                3,
                2,
                BUS,
                0,
                0,
                0);
        refused("kinds must name at least one kind", 128, 128, 1, 5, List.of(), 0, 0, 0);
        refused(
                "kinds must name each kind once",
                128,
                128,
                1,
                5,
                List.of(Kind.BUS, Kind.BUS),
                0,
                0,
                0);
        refused("occlusion must be from 0 to 1, found 1.5", 128, 128, 1, 5, BUS, 1.5, 0, 0);
        refused("noise must be from 0 to 40, found NaN", 128, 128, 1, 5, BUS, 0, Double.NaN, 0);
        refused("blur must be from 0 to 3, found -1.0", 128, 128, 1, 5, BUS, 0, 0, -1);
    }

    private static void refused(
            String message,
            int width,
            int height,
            int minimum,
            int maximum,
            List<Kind> kinds,
            double occlusion,
            double noise,
            double blur) {
        assertThatThrownBy(
                        () ->
                                new SceneSettings(
                                        width, height, minimum, maximum, kinds, occlusion, noise,
                                        blur))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }
}
