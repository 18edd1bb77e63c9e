package dev.wherefore.core.scene.language;

import dev.wherefore.core.scene.Backdrop;
import dev.wherefore.core.scene.Daylight;
import dev.wherefore.core.scene.Scene;
import java.util.ArrayList;
import java.util.List;

/**
 * Where and when a scene takes place, in words that speak of no object.
 *
 * @param backdrop where
 * @param daylight when
 */
record Surroundings(Backdrop backdrop, Daylight daylight) {

    static Surroundings of(Scene scene) {
        return new Surroundings(scene.backdrop(), scene.daylight());
    }

    /** {@code in the park}. */
    String place() {
        return switch (backdrop) {
            case STREET -> "on the street";
            case PARK -> "in the park";
            case BEACH -> "at the beach";
            case SNOW -> "in the snow";
        };
    }

    /** {@code a park}, the scene as a thing that has others in it. */
    private String thing() {
        return switch (backdrop) {
            case STREET -> "a street";
            case PARK -> "a park";
            case BEACH -> "a beach";
            case SNOW -> "a snowy field";
        };
    }

    /** All ways to say where or when. */
    List<String> placesAndTimes() {
        return daylight == Daylight.DUSK ? List.of(place(), "at dusk") : List.of(place());
    }

    /** All ways to begin with the scene. */
    List<String> things() {
        List<String> things = new ArrayList<>(List.of(thing()));
        if (daylight == Daylight.DUSK) {
            things.add(thing() + " at dusk");
        }
        return things;
    }
}
