package dev.wherefore.core.evaluate;

import dev.wherefore.core.image.Picture;
import dev.wherefore.core.scene.Backdrop;
import dev.wherefore.core.scene.Daylight;
import dev.wherefore.core.scene.Kind;
import dev.wherefore.core.scene.Mask;
import dev.wherefore.core.scene.Scene;
import dev.wherefore.core.scene.SceneObject;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Scenes made by hand: rectangles on grey. */
public final class ScenesByHand implements SceneSource {

    private static final int HEIGHT = 64;
    private static final int WIDTH = 96;

    private final List<Scene> scenes = new ArrayList<>();

    /** A rectangle that stands for an object. */
    public record Thing(Kind kind, Color colour, int left, int top, int right, int bottom) {}

    /** Adds a scene. */
    public ScenesByHand with(Thing... things) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.GRAY);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        List<SceneObject> objects = new ArrayList<>();
        for (Thing thing : things) {
            pen.setColor(thing.colour());
            int width = thing.right() - thing.left();
            pen.fillRect(thing.left(), thing.top(), width, thing.bottom() - thing.top());
            objects.add(object(objects.size(), thing));
        }
        pen.dispose();
        int index = scenes.size();
        Picture picture = Picture.of(image, "scene " + index);
        scenes.add(new Scene(100 + index, picture, Backdrop.PARK, Daylight.DAY, objects));
        return this;
    }

    private static SceneObject object(int index, Thing thing) {
        BitSet pixels = new BitSet();
        for (int y = thing.top(); y < thing.bottom(); y++) {
            pixels.set(y * WIDTH + thing.left(), y * WIDTH + thing.right());
        }
        Mask mask = Mask.of(WIDTH, HEIGHT, pixels);
        return new SceneObject(
                index, thing.kind(), Optional.empty(), "", mask, mask.box(), 1, index, true);
    }

    @Override
    public int count() {
        return scenes.size();
    }

    @Override
    public Exhibit exhibit(int index) {
        return Exhibit.of(scenes.get(index));
    }

    @Override
    public LongStream seeds() {
        return scenes.stream().mapToLong(Scene::seed);
    }

    @Override
    public String description() {
        return count() + " scenes made by hand";
    }
}
