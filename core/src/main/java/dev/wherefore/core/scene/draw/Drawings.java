package dev.wherefore.core.scene.draw;

import static java.util.Map.entry;

import java.util.Map;

/** The drawings that there are. A new kind of object is a class and a line here. */
public final class Drawings {

    private static final Map<String, Drawing> ALL =
            Map.ofEntries(
                    entry("bus", new BusDrawing()),
                    entry("car", new CarDrawing()),
                    entry("bicycle", new BicycleDrawing()),
                    entry("bench", new BenchDrawing()),
                    entry("fire hydrant", new FireHydrantDrawing()),
                    entry("traffic light", new TrafficLightDrawing()),
                    entry("tree", new TreeDrawing()),
                    entry("dog", new DogDrawing()),
                    entry("cat", new CatDrawing()),
                    entry("bird", new BirdDrawing()),
                    entry("person", new PersonDrawing()),
                    entry("kite", new KiteDrawing()),
                    entry("ball", new BallDrawing()),
                    entry("umbrella", new UmbrellaDrawing()),
                    entry("boat", new BoatDrawing()),
                    entry("house", new HouseDrawing()));

    private Drawings() {}

    /**
     * Returns the drawing of a kind.
     *
     * @param label the kind's name, {@code "fire hydrant"} for one
     * @return its drawing
     * @throws IllegalArgumentException if there is none
     */
    public static Drawing of(String label) {
        Drawing drawing = ALL.get(label);
        if (drawing == null) {
            throw new IllegalArgumentException("kind '" + label + "' has no drawing");
        }
        return drawing;
    }
}
