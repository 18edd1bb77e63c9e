package dev.wherefore.core.scene.draw;

/** Paints what is behind all objects, from edge to edge. Has no state. */
public interface Scenery {

    /**
     * Paints it.
     *
     * @param canvas what to paint on
     * @param ground where things are
     * @param dusk whether the sun is low
     * @param dice what decides the details
     */
    void paint(Canvas canvas, Ground ground, boolean dusk, Dice dice);
}
