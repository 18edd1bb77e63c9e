package dev.wherefore.core.experiment.config;

import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.config.ConfigNode.Entry;
import dev.wherefore.core.experiment.config.ConfigNode.Mapping;
import dev.wherefore.core.experiment.config.ConfigNode.Sequence;
import java.nio.file.Path;
import java.util.List;

/**
 * A value set on the command line, {@code draw.opacity=0.5} or {@code images[0]=cat.jpg}. Relative
 * paths in it start from the current folder.
 */
final class Setting {

    private final String key;
    private final String text;
    private final Origin origin;

    private Setting(String key, String text, String source) {
        this.key = key;
        this.text = text;
        this.origin = new Origin(source, 0, Path.of(""));
    }

    /**
     * Returns a setting.
     *
     * @param source what gave it, as errors name it
     */
    static Setting of(String key, String text, String source) {
        return new Setting(key, text, source);
    }

    /**
     * Returns the setting that was written.
     *
     * @throws UserError if it is not of the form {@code key=value}
     */
    static Setting parse(String written) {
        int equals = written.indexOf('=');
        if (equals < 1) {
            throw new UserError(
                    "--set wants key=value, as in --set draw.opacity=0.5, found '" + written + "'");
        }
        String key = written.substring(0, equals).strip();
        String text = written.substring(equals + 1);
        return new Setting(key, text, "--set " + key + "=" + text);
    }

    /** Returns the config with this setting. */
    ConfigNode applyTo(ConfigNode config, Problems problems) {
        ConfigNode value = ConfigText.yaml(text, origin, problems);
        return set(config, KeyPath.steps(key), value, "", problems);
    }

    private ConfigNode set(
            ConfigNode node, List<String> steps, ConfigNode value, String path, Problems problems) {
        if (steps.isEmpty()) {
            return value;
        }
        String step = steps.get(0);
        List<String> rest = steps.subList(1, steps.size());
        String childPath = KeyPath.child(path, step);
        if (node instanceof Mapping mapping) {
            Entry old = mapping.entries().get(step);
            ConfigNode child = old == null ? parentOf(rest) : old.value();
            ConfigNode changed = set(child, rest, value, childPath, problems);
            return mapping.with(step, new Entry(old == null ? origin : old.key(), changed));
        }
        if (node.isNothing()) {
            return set(parentOf(steps), steps, value, path, problems);
        }
        if (KeyPath.isIndex(step)) {
            return setItem(node, steps, value, path, problems);
        }
        problems.add(origin, path, "there are no keys below " + node.words());
        return node;
    }

    private ConfigNode setItem(
            ConfigNode node, List<String> steps, ConfigNode value, String path, Problems problems) {
        Sequence sequence =
                node instanceof Sequence written
                        ? written
                        : new Sequence(node.origin(), List.of(node));
        int index = Integer.parseInt(steps.get(0));
        int size = sequence.items().size();
        if (index > size) {
            problems.add(
                    origin,
                    path,
                    "the list has " + size + " item(s); the next one is number " + size);
            return node;
        }
        List<String> rest = steps.subList(1, steps.size());
        ConfigNode child = index < size ? sequence.items().get(index) : parentOf(rest);
        String childPath = KeyPath.child(path, index);
        return sequence.with(index, set(child, rest, value, childPath, problems));
    }

    /** What has to be there for the steps to go on from: a list before an index, else keys. */
    private ConfigNode parentOf(List<String> steps) {
        return !steps.isEmpty() && KeyPath.isIndex(steps.get(0))
                ? new Sequence(origin, List.of())
                : Mapping.empty(origin);
    }
}
