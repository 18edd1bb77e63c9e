package dev.wherefore.core.scene;

import dev.wherefore.core.image.Picture;
import dev.wherefore.core.scene.draw.Camera;
import dev.wherefore.core.scene.draw.Canvas;
import dev.wherefore.core.scene.draw.Dice;
import dev.wherefore.core.scene.draw.Sceneries;
import dev.wherefore.core.scene.draw.Silhouette;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Draws street scenes, and says what is true of them. The same seed and settings give the same
 * bytes on every platform; another size of the same proportions gives the same scene, larger.
 *
 * <p>A scene is planned first and drawn then; a plan may be changed in between. May be used by
 * several threads at once.
 */
public final class SceneGenerator {

    private static final double PRESENT_SHARE = 0.4;
    private static final double PRESENT_PIXELS = 150;

    private final SceneSettings settings;
    private final Layout layout;

    /**
     * Makes a generator.
     *
     * @param settings how scenes are drawn
     */
    public SceneGenerator(SceneSettings settings) {
        this.settings = settings;
        this.layout = new Layout(settings);
    }

    /**
     * Returns how scenes are drawn.
     *
     * @return the settings
     */
    public SceneSettings settings() {
        return settings;
    }

    /**
     * Draws the scene of a seed.
     *
     * @param seed any number
     * @return the scene
     */
    public Scene scene(long seed) {
        return draw(plan(seed));
    }

    /**
     * Makes the plan of a seed, without drawing it.
     *
     * @param seed any number
     * @return the plan that {@link #scene} draws
     */
    public ScenePlan plan(long seed) {
        return layout.plan(seed);
    }

    /**
     * Draws a plan, in the size of the settings.
     *
     * @param plan the plan
     * @return the scene
     * @throws IllegalArgumentException if a kind's drawing does not know an object's pose
     */
    public Scene draw(ScenePlan plan) {
        Canvas canvas = new Canvas(settings.width(), settings.height(), true);
        boolean dusk = plan.daylight() == Daylight.DUSK;
        Dice dice = new Dice(Dice.mix(plan.seed()));
        Sceneries.of(plan.backdrop().name()).paint(canvas, plan.ground(), dusk, dice);
        List<Silhouette> silhouettes = new ArrayList<>();
        for (Placement placement : plan.placements()) {
            ObjectPainter.paint(canvas, placement);
            silhouettes.add(canvas.endObject());
        }
        byte[] samples = Camera.take(canvas, plan.light(), dusk);
        Picture picture =
                Picture.of(settings.height(), settings.width(), samples, "scene " + plan.seed());
        return new Scene(
                plan.seed(), picture, plan.backdrop(), plan.daylight(), objects(plan, silhouettes));
    }

    private List<SceneObject> objects(ScenePlan plan, List<Silhouette> silhouettes) {
        List<SceneObject> objects = new ArrayList<>();
        BitSet nearer = new BitSet();
        for (int i = silhouettes.size() - 1; i >= 0; i--) {
            BitSet pixels = silhouettes.get(i).pixels();
            BitSet seen = (BitSet) pixels.clone();
            seen.andNot(nearer);
            objects.add(0, object(i, plan.placements().get(i), seen, silhouettes.get(i).area()));
            nearer.or(pixels);
        }
        return objects;
    }

    private SceneObject object(int index, Placement placement, BitSet seen, int area) {
        Mask mask = Mask.of(settings.width(), settings.height(), seen);
        double share = area == 0 ? 0 : (double) mask.area() / area;
        double scale = Math.min(settings.width(), settings.height()) / 128.0;
        boolean present = share >= PRESENT_SHARE && mask.area() >= PRESENT_PIXELS * scale * scale;
        return new SceneObject(
                index,
                placement.kind(),
                placement.colour(),
                placement.pose(),
                mask,
                mask.box(),
                share,
                index,
                present);
    }
}
