package dev.wherefore.core.evaluate;

import dev.wherefore.core.check.CheckPlan;
import dev.wherefore.core.check.Need;
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
     * Returns why checks that need something cannot be made.
     *
     * @param need what they need
     * @return a sentence; nothing where they can
     */
    default Optional<String> refusal(Need need) {
        return Optional.empty();
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
