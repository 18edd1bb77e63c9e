package dev.wherefore.core.scene;

import dev.wherefore.core.scene.draw.Dice;
import dev.wherefore.core.scene.draw.Ground;

/** Where an object may stand, fly or swim; farther away is higher up and smaller. */
final class Spots {

    private static final double FAR = 0.76;
    private static final double NEAR = 1.16;
    private static final double CUT = 0.22;

    private final Ground ground;
    private final double wide;
    private final double high;
    private final boolean crowded;

    Spots(Ground ground, double wide, double high, boolean crowded) {
        this.ground = ground;
        this.wide = wide;
        this.high = high;
        this.crowded = crowded;
    }

    /** A place and a size. */
    record Spot(double x, double y, double distance, double scale) {}

    /** Any spot that fits a habit. */
    Spot choose(Habit habit, double zoom, Dice dice) {
        double distance = distance(habit.place(), dice);
        double t = (distance - ground.horizon()) / (high - ground.horizon());
        double size = zoom * (FAR + (NEAR - FAR) * t) * dice.between(0.92, 1.08);
        double scale = Math.max(habit.least(), Math.min(habit.most(), size));
        boolean cut = crowded && dice.chance(CUT);
        double margin = Math.min(wide / 2, habit.half() * scale * (cut ? 0.35 : 1) + (cut ? 0 : 1));
        double x = dice.between(margin, wide - margin);
        boolean flies = habit.place() == Habit.Place.SKY;
        double y = flies ? dice.between(17 * scale, ground.horizon() - 4) : distance;
        return new Spot(x, y, distance, scale);
    }

    private double distance(Habit.Place place, Dice dice) {
        double shore = ground.shore();
        double bottom = high - 3;
        double any = dice.between(shore + 0.12 * (high - shore), bottom);
        return switch (place) {
            case BACK -> dice.between(shore + 3, shore + 0.45 * (high - shore));
            case ROAD ->
                    ground.road()
                            ? dice.between(ground.roadTop() + 5, ground.roadBottom() - 1)
                            : any;
            case VERGE -> off(any, dice, bottom);
            case WATER ->
                    dice.between(ground.horizon() + 7, Math.max(ground.horizon() + 7, shore - 1.5));
            case GROUND -> any;
            case SKY -> dice.between(ground.horizon() + 1, bottom);
        };
    }

    private double off(double any, Dice dice, double bottom) {
        if (!ground.road() || any < ground.roadTop() - 1 || any > ground.roadBottom() + 2) {
            return any;
        }
        return dice.chance(0.4)
                ? dice.between(
                        Math.min(ground.shore() + 5, ground.roadTop() - 1), ground.roadTop() - 1)
                : dice.between(Math.min(ground.roadBottom() + 2, bottom), bottom);
    }
}
