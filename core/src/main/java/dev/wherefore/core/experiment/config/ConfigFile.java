package dev.wherefore.core.experiment.config;

import java.nio.file.Path;
import java.util.Map;

/** A config file that was read once, of which any number of configs are made. */
public final class ConfigFile {

    private final ConfigNode root;

    private ConfigFile(ConfigNode root) {
        this.root = root;
    }

    /**
     * Returns what a file says.
     *
     * @param file the file
     * @return its keys and values
     * @throws dev.wherefore.core.UserError if there is no such file, or it is not YAML or JSON
     */
    public static ConfigFile read(Path file) {
        Problems problems = new Problems();
        ConfigNode root = ConfigText.read(file, problems);
        problems.throwIfAny();
        return new ConfigFile(root);
    }

    /**
     * Returns the same with other values.
     *
     * @param values values in YAML or JSON by their keys, as in {@code explain.methods}; they come
     *     after what the file says
     * @param source what gave them, as errors name it
     * @return the keys and values
     * @throws dev.wherefore.core.UserError if a value is neither, or there can be no such key
     */
    public ConfigFile with(Map<String, String> values, String source) {
        Problems problems = new Problems();
        ConfigNode changed = root;
        for (Map.Entry<String, String> value : values.entrySet()) {
            changed =
                    Setting.of(value.getKey(), value.getValue(), source).applyTo(changed, problems);
        }
        problems.throwIfAny();
        return new ConfigFile(changed);
    }

    ConfigNode root() {
        return root;
    }
}
