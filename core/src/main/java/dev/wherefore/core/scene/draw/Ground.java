package dev.wherefore.core.scene.draw;

/**
 * Where things are in a picture, from the top, in units of which the shorter side has 128.
 *
 * @param horizon where sky and ground meet
 * @param shore where the water that starts at the horizon ends; the horizon itself if there is none
 * @param roadTop where the road begins
 * @param roadBottom where the road ends; the same as its beginning if there is none
 */
public record Ground(double horizon, double shore, double roadTop, double roadBottom) {

    /** Checks the order. */
    public Ground {
        boolean ordered =
                horizon > 0 && shore >= horizon && roadTop >= shore && roadBottom >= roadTop;
        if (!ordered) {
            throw new IllegalArgumentException(
                    "horizon, shore, roadTop and roadBottom must grow from above 0, found "
                            + "%s, %s, %s, %s".formatted(horizon, shore, roadTop, roadBottom));
        }
    }

    /**
     * Returns whether there is water.
     *
     * @return whether it has any height
     */
    public boolean water() {
        return shore > horizon;
    }

    /**
     * Returns whether there is a road.
     *
     * @return whether it has any height
     */
    public boolean road() {
        return roadBottom > roadTop;
    }
}
