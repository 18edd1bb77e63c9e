package dev.wherefore.core.scene;

import dev.wherefore.core.scene.draw.Canvas;
import dev.wherefore.core.scene.draw.Dice;
import dev.wherefore.core.scene.draw.Drawings;
import dev.wherefore.core.scene.draw.Ground;
import dev.wherefore.core.scene.draw.Light;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes plans: chooses what is in a scene and finds a place for each object. */
final class Layout {

    private static final int TRIES = 28;
    private static final int UNIT_SIDE = 128;

    private final SceneSettings settings;

    Layout(SceneSettings settings) {
        this.settings = settings;
    }

    /** The plan of a seed. */
    ScenePlan plan(long seed) {
        Dice dice = new Dice(seed);
        Backdrop backdrop = dice.pick(List.of(Backdrop.values()));
        Daylight daylight = Stage.daylight(dice);
        List<Kind> cast = Cast.choose(settings, dice);
        int shorter = Math.min(settings.width(), settings.height());
        int width = Math.round((float) settings.width() * UNIT_SIDE / shorter);
        int height = Math.round((float) settings.height() * UNIT_SIDE / shorter);
        Ground ground = Stage.ground(backdrop, cast, height, dice);
        Light light = Stage.light(settings, dice);
        Canvas canvas = new Canvas(width, height, false);
        boolean crowded = dice.chance(settings.occlusion());
        Arrangement arrangement = new Arrangement(canvas, crowded);
        Spots spots = new Spots(ground, width, height, crowded);
        double zoom = zoom(cast.size(), dice);
        for (Kind kind : cast) {
            place(arrangement, spots, kind, backdrop, zoom, dice);
        }
        return new ScenePlan(seed, backdrop, daylight, ground, light, arrangement.placements());
    }

    private static void place(
            Arrangement arrangement,
            Spots spots,
            Kind kind,
            Backdrop backdrop,
            double zoom,
            Dice dice) {
        String pose = pose(kind, backdrop, dice);
        List<Colour> colours = Palette.of(kind);
        Optional<Colour> colour =
                colours.isEmpty() ? Optional.empty() : Optional.of(dice.pick(colours));
        boolean mirrored = dice.chance(0.5);
        long seed = dice.next();
        Habit habit = Habit.of(kind, pose);
        for (int i = 0; i < TRIES; i++) {
            double smaller = zoom * (i < TRIES / 2 ? 1 : 0.84);
            Spots.Spot spot = spots.choose(habit, smaller, dice);
            Placement placement =
                    new Placement(
                            kind,
                            colour,
                            pose,
                            spot.x(),
                            spot.y(),
                            spot.distance(),
                            spot.scale(),
                            mirrored,
                            seed);
            if (arrangement.accept(placement)) {
                return;
            }
        }
    }

    /** Any pose; of trees, half of the time, the one that grows there. */
    private static String pose(Kind kind, Backdrop backdrop, Dice dice) {
        List<String> poses = new ArrayList<>(Drawings.of(kind.label()).poses());
        String any = dice.pick(poses);
        boolean grown = dice.chance(0.4);
        if (kind == Kind.TREE && grown) {
            return switch (backdrop) {
                case BEACH -> "palm";
                case SNOW -> "pine";
                default -> any;
            };
        }
        return any;
    }

    private static double zoom(int objects, Dice dice) {
        return switch (objects) {
            case 1 -> dice.between(1.1, 1.45);
            case 2 -> dice.between(1.02, 1.3);
            case 3 -> dice.between(0.97, 1.18);
            case 4 -> dice.between(0.92, 1.08);
            default -> dice.between(0.87, 1.0);
        };
    }
}
