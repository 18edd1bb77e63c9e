package dev.wherefore.core.scene.language;

import dev.wherefore.core.scene.Backdrop;
import dev.wherefore.core.scene.Daylight;
import dev.wherefore.core.scene.Scene;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where and when a scene takes place, in words that speak of no object.
 *
 * @param backdrop where
 * @param daylight when
 */
record Surroundings(Backdrop backdrop, Daylight daylight) {

    static final String AT_DUSK = "at dusk";

    private static final String IN_THE_SKY = "in the sky";
    private static final String ON_THE_WATER = "on the water";

    static Surroundings of(Scene scene) {
        return new Surroundings(scene.backdrop(), scene.daylight());
    }

    /** Where the scene is, for what stands on its ground. */
    private String ground() {
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
            case SNOW -> "a snowy scene";
        };
    }

    /** All ways to say where or when, that are true of things on or in these. */
    List<String> placesAndTimes(Set<Medium> media) {
        List<String> places = new ArrayList<>();
        if (media.equals(Set.of(Medium.AIR))) {
            places.add(IN_THE_SKY);
        } else if (media.equals(Set.of(Medium.WATER))) {
            places.add(ON_THE_WATER);
        }
        boolean wide = backdrop == Backdrop.PARK || backdrop == Backdrop.BEACH;
        if (wide || media.equals(Set.of(Medium.GROUND))) {
            places.add(ground());
        }
        if (daylight == Daylight.DUSK) {
            places.add(AT_DUSK);
        }
        return places;
    }

    /** All that may be said of any scene by {@link #placesAndTimes}. */
    static List<String> allPlacesAndTimes() {
        Stream<String> grounds = all().map(Surroundings::ground);
        return Stream.concat(grounds, Stream.of(IN_THE_SKY, ON_THE_WATER, AT_DUSK)).toList();
    }

    /** All that any scene may be said to be, without when. */
    static List<String> allThings() {
        return all().map(Surroundings::thing).toList();
    }

    private static Stream<Surroundings> all() {
        return Arrays.stream(Backdrop.values()).map(where -> new Surroundings(where, Daylight.DAY));
    }

    /** All ways to begin with the scene. */
    List<String> things() {
        List<String> things = new ArrayList<>(List.of(thing()));
        if (daylight == Daylight.DUSK) {
            things.add(thing() + " " + AT_DUSK);
        }
        return things;
    }
}
