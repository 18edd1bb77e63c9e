package dev.wherefore.core.evaluate;

import dev.wherefore.core.scene.Scene;
import java.util.List;

/** A task with its network loaded, ready to explain scenes. */
public interface SceneExplainer extends AutoCloseable {

    /**
     * Returns the labels that are evaluated.
     *
     * @return the labels, in the order of tables
     */
    List<String> labels();

    /**
     * Returns what is explained and how, and what is left out, for the record.
     *
     * @return one fact a line, for people
     */
    List<String> facts();

    /**
     * Returns what the network makes of some scenes, which share passes where they can.
     *
     * @param scenes at least one scene
     * @return as many results, in the same order
     */
    List<ExplainedScene> explain(List<Scene> scenes);

    @Override
    void close();
}
