package dev.wherefore.core.scene;

import java.util.Locale;

/** A colour that an object of a scene is said to have. */
public enum Colour {
    RED,
    ORANGE,
    YELLOW,
    GREEN,
    BLUE,
    PURPLE,
    PINK,
    BROWN,
    BLACK,
    WHITE,
    GREY;

    /**
     * Returns the colour's name.
     *
     * @return the name in lower case
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
