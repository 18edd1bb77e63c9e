package dev.wherefore.core.scene.language;

import dev.wherefore.core.image.Picture;
import dev.wherefore.core.scene.Backdrop;
import dev.wherefore.core.scene.Colour;
import dev.wherefore.core.scene.Daylight;
import dev.wherefore.core.scene.Kind;
import dev.wherefore.core.scene.Mask;
import dev.wherefore.core.scene.Scene;
import dev.wherefore.core.scene.SceneObject;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Scenes of 100x100 made by hand: each object is a rectangle, the farthest away first. */
public final class Drawing {

    public static final int SIZE = 100;

    private static final Colour[] SOME = {
        Colour.RED, Colour.ORANGE, Colour.YELLOW, Colour.GREEN, Colour.BLUE
    };

    private final List<SceneObject> objects = new ArrayList<>();
    private Backdrop backdrop = Backdrop.PARK;
    private Daylight daylight = Daylight.DAY;
    private long seed;

    public Drawing at(Backdrop where, Daylight when) {
        backdrop = where;
        daylight = when;
        return this;
    }

    public Drawing seed(long number) {
        seed = number;
        return this;
    }

    public Drawing with(Kind kind, int left, int top, int right, int bottom) {
        return add(kind, Optional.empty(), "standing", left, top, right, bottom, true);
    }

    public Drawing with(Colour colour, Kind kind, int left, int top, int right, int bottom) {
        return add(kind, Optional.of(colour), "standing", left, top, right, bottom, true);
    }

    public Drawing flying(Kind kind, int left, int top, int right, int bottom) {
        return add(kind, Optional.empty(), "flying", left, top, right, bottom, true);
    }

    public Drawing barely(Kind kind, int left, int top, int right, int bottom) {
        return add(kind, Optional.empty(), "standing", left, top, right, bottom, false);
    }

    private Drawing add(
            Kind kind,
            Optional<Colour> colour,
            String pose,
            int left,
            int top,
            int right,
            int bottom,
            boolean present) {
        BitSet pixels = new BitSet();
        for (int y = top; y < bottom; y++) {
            pixels.set(y * SIZE + left, y * SIZE + Math.max(left, right));
        }
        Mask mask = Mask.of(SIZE, SIZE, pixels);
        int index = objects.size();
        objects.add(
                new SceneObject(
                        index,
                        kind,
                        colour,
                        pose,
                        mask,
                        mask.box(),
                        present ? 1 : mask.area() > 0 ? 0.25 : 0,
                        index,
                        present));
        return this;
    }

    public Scene scene() {
        Picture picture = Picture.of(SIZE, SIZE, new byte[SIZE * SIZE * 3], "drawing");
        return new Scene(seed, picture, backdrop, daylight, objects);
    }

    /** A scene of one to five objects of any kinds, colours and places. */
    public static Scene random(long seed) {
        Random random = new Random(seed * 7919 + 13);
        Drawing drawing = new Drawing().seed(seed);
        drawing.at(one(random, Backdrop.values()), one(random, Daylight.values()));
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            Kind kind = one(random, Kind.values());
            boolean coloured = kind != Kind.TREE && kind != Kind.DOG && kind != Kind.PERSON;
            Optional<Colour> colour = coloured ? Optional.of(one(random, SOME)) : Optional.empty();
            int left = random.nextInt(80);
            int top = random.nextInt(70);
            boolean present = i == 0 || random.nextInt(10) > 0;
            int width = !present && random.nextBoolean() ? 0 : 8 + random.nextInt(12);
            String pose = kind == Kind.BIRD && random.nextBoolean() ? "flying" : "standing";
            int bottom = top + 8 + random.nextInt(22);
            drawing.add(kind, colour, pose, left, top, left + width, bottom, present);
        }
        return drawing.scene();
    }

    private static <T> T one(Random random, T[] values) {
        return List.of(values).get(random.nextInt(values.length));
    }
}
