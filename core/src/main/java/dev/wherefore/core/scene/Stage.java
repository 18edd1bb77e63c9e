package dev.wherefore.core.scene;

import dev.wherefore.core.scene.draw.Dice;
import dev.wherefore.core.scene.draw.Ground;
import dev.wherefore.core.scene.draw.Light;
import java.util.List;

/** Chooses where and when a scene takes place, so that everything in it has a place. */
final class Stage {

    private static final double POND = 0.2;
    private static final double TRACK = 0.3;
    private static final double DUSK = 0.25;
    private static final double BLURRED = 0.3;
    private static final double NOISY = 0.6;

    private Stage() {}

    static Daylight daylight(Dice dice) {
        return dice.chance(DUSK) ? Daylight.DUSK : Daylight.DAY;
    }

    /** The ground of a picture of a height in units. */
    static Ground ground(Backdrop backdrop, List<Kind> cast, double high, Dice dice) {
        double horizon = high * dice.between(0.37, 0.5);
        boolean pond = dice.chance(POND);
        boolean track = dice.chance(TRACK);
        double depth = high * dice.between(0.1, 0.16);
        boolean water = backdrop == Backdrop.BEACH || pond || cast.contains(Kind.BOAT);
        double shore = water ? horizon + depth : horizon;
        boolean vehicle = cast.contains(Kind.BUS) || cast.contains(Kind.CAR);
        boolean road = backdrop == Backdrop.STREET || track || vehicle;
        double start = Math.max(shore + 6, horizon + (high - horizon) * dice.between(0.28, 0.42));
        double width = high * dice.between(0.13, 0.2);
        return new Ground(horizon, shore, start, road ? start + width : start);
    }

    static Light light(SceneSettings settings, Dice dice) {
        double blur = dice.between(0, settings.blur());
        double noise = dice.between(0, settings.noise());
        return new Light(
                dice.between(0.94, 1.08),
                dice.between(0.92, 1.08),
                dice.between(-0.03, 0.03),
                dice.chance(BLURRED) ? blur : 0,
                dice.chance(NOISY) ? noise : 0,
                dice.next());
    }
}
