package dev.wherefore.core.evaluate;

import dev.wherefore.core.check.CheckPlan;
import dev.wherefore.core.check.Need;
import dev.wherefore.core.image.PreparedPicture;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A task with its network loaded, ready to explain scenes. */
public interface SceneExplainer extends AutoCloseable {

    /**
     * Returns the labels that are evaluated.
     *
     * @return the labels, in the order of tables
     */
    List<String> labels();

    /**
     * Returns what each label's maps are called.
     *
     * @return the names of methods, with that of a layer where layers are kept apart, in the order
     *     of {@link LocatedLabel#explanations}
     */
    List<String> methods();

    /**
     * Returns what is explained and how, and what is left out, for the record.
     *
     * @return one fact a line, for people
     */
    List<String> facts();

    /**
     * Returns a scene's picture as the network takes it. Several threads may call this at once.
     *
     * @param scene the scene
     * @return its picture, prepared
     */
    PreparedPicture prepare(Exhibit scene);

    /**
     * Returns what the network makes of some scenes, which share passes where they can. The same
     * batch gives the same whatever was asked about before.
     *
     * @param scenes the scenes
     * @return as many results, in the same order
     */
    default List<ExplainedScene> explain(SceneBatch scenes) {
        return scenes.parts().stream().flatMap(part -> explain(part).stream()).toList();
    }

    /**
     * Returns what the network makes of scenes that share a pass.
     *
     * @param scenes at least one scene
     * @return as many results, in the same order
     */
    List<ExplainedScene> explain(SceneBatch.Alike scenes);

    /**
     * Returns what the network makes of some scenes, no map checked.
     *
     * @param scenes at least one scene
     * @return as many results, in the same order
     */
    default List<ExplainedScene> explain(List<Exhibit> scenes) {
        return explain(SceneBatch.of(ReadScenes.of(scenes), this::prepare, CheckPlan.NONE));
    }

    /**
     * Returns why checks that need something cannot be made.
     *
     * @param need what they need
     * @return a sentence; nothing where they can
     */
    default Optional<String> refusal(Need need) {
        return Optional.empty();
    }

    /**
     * Takes up what was noted of a scene, by this program or by one before it that was stopped.
     *
     * @param notes the notes
     */
    default void takeUp(SceneNotes notes) {
        // a task that notes nothing has nothing to take up
    }

    /**
     * Returns how good the network was on all scenes whose notes were taken up so far, beside what
     * {@link ScoredLabel} tells of it.
     *
     * @return numbers by name, in the order of tables
     */
    default Map<String, Double> quality() {
        return Map.of();
    }

    @Override
    void close();
}
