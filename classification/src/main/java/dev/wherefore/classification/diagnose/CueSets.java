package dev.wherefore.classification.diagnose;

import dev.wherefore.core.scene.Kind;
import dev.wherefore.core.scene.Scene;
import dev.wherefore.core.scene.ScenePlan;
import dev.wherefore.core.scene.SceneSplit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Sets of scenes of two kinds of things, half of them of each, in which a cue goes with the first
 * kind more or less often.
 */
final class CueSets {

    /** Each seed has 2⁴⁰ scenes of those for training. */
    private static final int SEED_BITS = 40;

    private final List<Kind> kinds;
    private final Kind cue;
    private final List<CueScenes> scenes;

    CueSets(int width, int height, List<Kind> kinds, Kind cue) {
        this.kinds = kinds;
        this.cue = cue;
        this.scenes = kinds.stream().map(kind -> new CueScenes(width, height, kind, cue)).toList();
    }

    /**
     * A scene with the cue, and the same without it.
     *
     * @param place its number among all, from 0
     * @param index which of the two kinds it shows
     * @param cued with the cue
     * @param plain without it
     */
    record Pair(int place, int index, Scene cued, Scene plain) {}

    /** The two kinds. */
    List<Kind> kinds() {
        return kinds;
    }

    /** What may be beside them. */
    Kind cue() {
        return cue;
    }

    /** One of the scenes to test with. */
    Pair pair(long seed, int place) {
        int index = place % kinds.size();
        ScenePlan plan = scenes.get(index).plan(seed + (long) place * CueScenes.SEEDS);
        return new Pair(
                place,
                index,
                scenes.get(index).draw(plan, true),
                scenes.get(index).draw(plan, false));
    }

    /**
     * Draws one scene of the biased set and of the balanced one; they differ by the cue alone, if
     * at all.
     *
     * @param seed the experiment's
     * @param place the scene's number, from 0
     * @param biases for each set how often the cue tells the kind
     * @return for each set the scene
     */
    List<CueLearner.Lesson> lessons(long seed, int place, List<Double> biases) {
        int index = place % kinds.size();
        long first = SceneSplit.TRAINING.seed((seed << SEED_BITS) + (long) place * CueScenes.SEEDS);
        ScenePlan plan = scenes.get(index).plan(first);
        double chance = new SplittableRandom(first).nextDouble();
        List<CueLearner.Lesson> lessons = new ArrayList<>();
        for (double bias : biases) {
            boolean tells = chance < bias;
            boolean cued = tells == (index == 0);
            lessons.add(new CueLearner.Lesson(scenes.get(index).draw(plan, cued).picture(), index));
        }
        return lessons;
    }
}
