package dev.wherefore.launcher;

import dev.wherefore.core.UserError;
import dev.wherefore.core.train.TrainingTask;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The tasks on the class path whose networks can be trained, by name. */
final class TrainingTasks {

    private final Map<String, TrainingTask> tasks;

    @Inject
    TrainingTasks(Map<String, TrainingTask> tasks) {
        this.tasks = new TreeMap<>(tasks);
    }

    /** For each task the record of its keys, in the order of the names. */
    Map<String, Class<? extends Record>> keys() {
        Map<String, Class<? extends Record>> keys = new TreeMap<>();
        tasks.forEach((name, task) -> keys.put(name, task.keys()));
        return Collections.unmodifiableMap(keys);
    }

    TrainingTask get(String name) {
        TrainingTask task = tasks.get(name);
        if (task == null) {
            throw new UserError("networks of the task '" + name + "' cannot be trained here");
        }
        return task;
    }
}
