package dev.wherefore.core.evaluate;

import jakarta.inject.Inject;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The tasks whose networks can be evaluated, by name. */
public final class EvaluationTasks {

    private final Map<String, EvaluationTask> byName;

    /**
     * Constructs the collection.
     *
     * @param byName every task by its name
     */
    @Inject
    public EvaluationTasks(Map<String, EvaluationTask> byName) {
        this.byName = new TreeMap<>(byName);
    }

    /**
     * Returns the record of each task's own keys.
     *
     * @return the records by the tasks' names, in the order of the names
     */
    public Map<String, Class<? extends Record>> keys() {
        Map<String, Class<? extends Record>> keys = new TreeMap<>();
        byName.forEach((name, task) -> keys.put(name, task.keys()));
        return Collections.unmodifiableMap(keys);
    }

    /**
     * Returns a task.
     *
     * @param name one of those of {@link #keys()}
     * @return the task
     * @throws IllegalArgumentException if there is none of this name
     */
    public EvaluationTask get(String name) {
        return Optional.ofNullable(byName.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no task is called " + name));
    }
}
