package dev.wherefore.core.scene.draw;

import java.util.Map;

/** The sceneries that there are. A new backdrop is a class and a line here. */
public final class Sceneries {

    private static final Map<String, Scenery> ALL =
            Map.of(
                    "STREET", new StreetScenery(),
                    "PARK", new ParkScenery(),
                    "BEACH", new BeachScenery(),
                    "SNOW", new SnowScenery());

    private Sceneries() {}

    /**
     * Returns the scenery of a backdrop.
     *
     * @param name the backdrop's name, in capitals
     * @return its scenery
     * @throws IllegalArgumentException if there is none
     */
    public static Scenery of(String name) {
        Scenery scenery = ALL.get(name);
        if (scenery == null) {
            throw new IllegalArgumentException("backdrop '" + name + "' has no scenery");
        }
        return scenery;
    }
}
