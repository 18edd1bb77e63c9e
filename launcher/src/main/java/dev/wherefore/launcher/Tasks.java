package dev.wherefore.launcher;

import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.Task;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The tasks on the class path, by name. */
final class Tasks {

    private final Map<String, Task> tasks;

    @Inject
    Tasks(Map<String, Task> tasks) {
        this.tasks = new TreeMap<>(tasks);
    }

    /** For each task the record of its keys, in the order of the names. */
    Map<String, Class<? extends Record>> keys() {
        Map<String, Class<? extends Record>> keys = new TreeMap<>();
        tasks.forEach((name, task) -> keys.put(name, task.keys()));
        return Collections.unmodifiableMap(keys);
    }

    Task get(String name) {
        Task task = tasks.get(name);
        if (task == null) {
            throw new UserError("there is no task '" + name + "' on the class path");
        }
        return task;
    }
}
