package dev.wherefore.classification.diagnose;

import dev.wherefore.core.scene.Kind;
import dev.wherefore.core.scene.Placement;
import dev.wherefore.core.scene.Scene;
import dev.wherefore.core.scene.SceneGenerator;
import dev.wherefore.core.scene.ScenePlan;
import dev.wherefore.core.scene.SceneSettings;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Draws scenes of one thing and a cue beside it, or of the same without the cue. */
final class CueScenes {

    /** How many seeds each scene has to itself. */
    static final int SEEDS = 64;

    private static final SceneSettings USUAL = SceneSettings.DEFAULT;

    private final SceneGenerator generator;
    private final Kind kind;
    private final Kind cue;

    /**
     * @param width the pictures' width in pixels
     * @param height the pictures' height in pixels
     * @param kind the thing
     * @param cue what may be beside it
     */
    CueScenes(int width, int height, Kind kind, Kind cue) {
        this.generator =
                new SceneGenerator(
                        new SceneSettings(
                                width,
                                height,
                                2,
                                2,
                                List.of(kind, cue),
                                0,
                                USUAL.noise(),
                                USUAL.blur()));
        this.kind = kind;
        this.cue = cue;
    }

    /**
     * Plans a scene of the thing and the cue: the first of some seeds whose scene has both.
     *
     * @param first the first seed to try
     */
    ScenePlan plan(long first) {
        for (long seed = first; seed < first + SEEDS; seed++) {
            ScenePlan plan = generator.plan(seed);
            if (kinds(plan).equals(Set.of(kind, cue))) {
                return plan;
            }
        }
        throw new IllegalStateException(
                "none of %d scenes from the seed %d has room for %s and %s"
                        .formatted(SEEDS, first, kind.label(), cue.label()));
    }

    private static Set<Kind> kinds(ScenePlan plan) {
        return plan.placements().stream().map(Placement::kind).collect(Collectors.toSet());
    }

    /** Draws a plan as it is, or without the cue. */
    Scene draw(ScenePlan plan, boolean cued) {
        return generator.draw(
                cued
                        ? plan
                        : plan.with(
                                plan.placements().stream().filter(p -> p.kind() != cue).toList()));
    }
}
