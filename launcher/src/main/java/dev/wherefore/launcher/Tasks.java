package dev.wherefore.launcher;

import dev.wherefore.core.experiment.TaskKeys;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The tasks on the class path, by name. */
final class Tasks {

    private final Map<String, Class<? extends Record>> keys = new TreeMap<>();

    @Inject
    Tasks() {
        ServiceLoader.load(TaskKeys.class).forEach(task -> keys.put(task.name(), task.keys()));
    }

    /** For each task the record of its keys, in the order of the names. */
    Map<String, Class<? extends Record>> keys() {
        return Collections.unmodifiableMap(keys);
    }
}
