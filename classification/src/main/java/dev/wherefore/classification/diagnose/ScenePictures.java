package dev.wherefore.classification.diagnose;

import dev.wherefore.core.diagnose.DiagnoseConfig;
import dev.wherefore.core.evaluate.SceneSource;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.scene.Scene;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Scenes, some at a time.
 *
 * @param config the config that names them
 * @param source the scenes
 */
record ScenePictures(TaskConfig<DiagnoseConfig> config, SceneSource source) {

    /**
     * Returns one scene.
     *
     * @throws dev.wherefore.core.UserError if the pictures are no scenes
     */
    Scene scene(int index) {
        return source.exhibit(index)
                .scene()
                .orElseThrow(
                        () ->
                                config.places()
                                        .error(
                                                "scenes",
                                                "this diagnosis needs scenes, whose objects are"
                                                        + " known to the pixel"));
    }

    /** Hands on all scenes, as many at a time as the config's batch says. */
    void inBatches(Consumer<List<Scene>> use) {
        int batch = config.shared().batch();
        for (int from = 0; from < source.count(); from += batch) {
            int to = Math.min(from + batch, source.count());
            use.accept(IntStream.range(from, to).mapToObj(this::scene).toList());
        }
    }
}
