package dev.wherefore.core.experiment.config;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a config. */
final class Problems {

    private final List<String> lines = new ArrayList<>();

    void add(Origin origin, String keyPath, String what) {
        lines.add(origin + ": " + (keyPath.isEmpty() ? "" : keyPath + ": ") + what);
    }

    int count() {
        return lines.size();
    }

    void throwIfAny() {
        if (!lines.isEmpty()) {
            throw new ConfigErrors(lines);
        }
    }
}
