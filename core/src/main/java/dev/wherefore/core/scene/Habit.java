package dev.wherefore.core.scene;

import java.util.EnumMap;
import java.util.Map;

/**
 * Where a kind of object is found, and how large it may get.
 *
 * @param place where it is found
 * @param half half its width, in units at a middle distance
 * @param least its least scale: small things stay large enough to be seen
 * @param most its largest scale: large things leave room for others
 */
record Habit(Place place, double half, double least, double most) {

    private static final Map<Kind, Habit> ALL = all();

    /** A part of a picture. */
    enum Place {
        /** Far back on the ground. */
        BACK,
        ROAD,
        /** On the ground, but not on the road. */
        VERGE,
        /** Anywhere on the ground. */
        GROUND,
        WATER,
        SKY
    }

    /** The habit of a kind in a pose. */
    static Habit of(Kind kind, String pose) {
        Habit habit = ALL.getOrDefault(kind, new Habit(Place.GROUND, 15, 0.8, 1.5));
        boolean flies = kind == Kind.BIRD && !pose.equals("perched");
        return flies ? new Habit(Place.SKY, habit.half, habit.least, habit.most) : habit;
    }

    private static Map<Kind, Habit> all() {
        Map<Kind, Habit> all = new EnumMap<>(Kind.class);
        all.put(Kind.BUS, new Habit(Place.ROAD, 31, 0.78, 1.2));
        all.put(Kind.CAR, new Habit(Place.ROAD, 23, 0.8, 1.5));
        all.put(Kind.BICYCLE, new Habit(Place.GROUND, 21, 0.85, 1.6));
        all.put(Kind.BENCH, new Habit(Place.VERGE, 19, 0.8, 1.6));
        all.put(Kind.FIRE_HYDRANT, new Habit(Place.VERGE, 11, 0.85, 1.7));
        all.put(Kind.TRAFFIC_LIGHT, new Habit(Place.VERGE, 7, 0.78, 1.4));
        all.put(Kind.TREE, new Habit(Place.BACK, 19, 0.72, 1.2));
        all.put(Kind.DOG, new Habit(Place.GROUND, 20, 0.85, 1.6));
        all.put(Kind.CAT, new Habit(Place.GROUND, 18, 0.85, 1.6));
        all.put(Kind.BIRD, new Habit(Place.GROUND, 17, 0.9, 1.6));
        all.put(Kind.PERSON, new Habit(Place.GROUND, 10, 0.8, 1.5));
        all.put(Kind.KITE, new Habit(Place.SKY, 14, 0.85, 1.3));
        all.put(Kind.BALL, new Habit(Place.GROUND, 10, 0.88, 1.5));
        all.put(Kind.UMBRELLA, new Habit(Place.VERGE, 21, 0.75, 1.4));
        all.put(Kind.BOAT, new Habit(Place.WATER, 21, 0.8, 1.3));
        all.put(Kind.HOUSE, new Habit(Place.BACK, 26, 0.72, 1.2));
        return all;
    }
}
