package dev.wherefore.core.scene.language;

import java.util.List;
import java.util.Locale;

/** How one object of a scene lies to another; see {@link SceneGraph} for what each means. */
public enum Relation {
    LEFT_OF,
    RIGHT_OF,
    ABOVE,
    BELOW,
    IN_FRONT_OF,
    BEHIND,
    NEXT_TO;

    /**
     * Returns how the second object lies to the first.
     *
     * @return the relation the other way round
     */
    public Relation converse() {
        return switch (this) {
            case LEFT_OF -> RIGHT_OF;
            case RIGHT_OF -> LEFT_OF;
            case ABOVE -> BELOW;
            case BELOW -> ABOVE;
            case IN_FRONT_OF -> BEHIND;
            case BEHIND -> IN_FRONT_OF;
            case NEXT_TO -> NEXT_TO;
        };
    }

    /**
     * Returns the relation in words.
     *
     * @return {@code "in front of"} for one
     */
    public String label() {
        return String.join(" ", words());
    }

    /** The words between the two objects. */
    List<String> words() {
        return List.of(name().toLowerCase(Locale.ROOT).split("_", -1));
    }
}
