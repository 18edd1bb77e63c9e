package dev.wherefore.core.scene;

import java.util.Locale;

/** What an object of a scene is. The order is that of the bundled classifier's output. */
public enum Kind {
    BUS,
    CAR,
    BICYCLE,
    BENCH,
    FIRE_HYDRANT,
    TRAFFIC_LIGHT,
    TREE,
    DOG,
    CAT,
    BIRD,
    PERSON,
    KITE,
    BALL,
    UMBRELLA,
    BOAT,
    HOUSE;

    /**
     * Returns the kind's name.
     *
     * @return the name in lower case, {@code "fire hydrant"} for one
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
