package dev.wherefore.core.evaluate;

import dev.wherefore.core.check.CheckPlan;
import java.util.List;
import java.util.Map;

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
     * Returns what the network makes of some scenes, which share passes where they can.
     *
     * @param scenes at least one scene
     * @param plan how their maps are checked
     * @return as many results, in the same order
     */
    List<ExplainedScene> explain(List<Exhibit> scenes, CheckPlan plan);

    /**
     * Returns what the network makes of some scenes, no map checked.
     *
     * @param scenes at least one scene
     * @return as many results, in the same order
     */
    default List<ExplainedScene> explain(List<Exhibit> scenes) {
        return explain(scenes, CheckPlan.NONE);
    }

    /**
     * Returns how good the network was on all scenes that it was asked about so far, beside what
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
