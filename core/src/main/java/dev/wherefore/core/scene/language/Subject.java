package dev.wherefore.core.scene.language;

import dev.wherefore.core.scene.Scene;

/** What questions are asked of: a scene, what can be said of it, and how it lies. */
record Subject(Scene scene, Mentions mentions, SceneGraph graph) {

    static Subject of(Scene scene) {
        return new Subject(scene, new Mentions(scene), SceneGraph.of(scene));
    }
}
