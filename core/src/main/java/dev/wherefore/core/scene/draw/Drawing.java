package dev.wherefore.core.scene.draw;

import java.util.List;

/**
 * How one kind of object is drawn: its foot, or its middle if it flies, at the pen's origin, facing
 * right, in units at a middle distance. Has no state.
 */
public interface Drawing {

    /**
     * Returns the poses and variants it knows.
     *
     * @return their names, at least one, in lower case with dashes
     */
    List<String> poses();

    /**
     * Returns half the width of what touches the ground.
     *
     * @param pose one of the poses
     * @return half the width of the shadow in units, 0 if it touches none
     */
    double foot(String pose);

    /**
     * Draws it.
     *
     * @param pen what to draw with
     * @param look what it looks like
     */
    void draw(Pen pen, Look look);
}
