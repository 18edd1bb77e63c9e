package dev.wherefore.core.train;

import dev.wherefore.core.scene.Scene;

/**
 * A scene, ready to be trained with.
 *
 * @param scene the scene as it was drawn
 * @param picture its picture, perhaps changed by chance, prepared for the network {@code (C, H, W)}
 */
public record TrainingScene(Scene scene, HostArray picture) {}
