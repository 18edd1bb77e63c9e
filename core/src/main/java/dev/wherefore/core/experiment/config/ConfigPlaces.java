package dev.wherefore.core.experiment.config;

import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.config.ConfigNode.Entry;
import dev.wherefore.core.experiment.config.ConfigNode.Mapping;
import dev.wherefore.core.experiment.config.ConfigNode.Sequence;
import java.util.List;
import java.util.function.Supplier;

/**
 * Knows where each key of a config was written, for errors that are found after reading: a layer
 * that the network does not have, a label that is not in the file of labels.
 */
public final class ConfigPlaces {

    private final ConfigNode root;

    ConfigPlaces(ConfigNode root) {
        this.root = root;
    }

    /**
     * Returns the line of an error.
     *
     * @param keyPath the key, as in {@code targets.0.class}
     * @param what what is wrong
     * @return {@code FILE:LINE: KEY: WHAT}
     */
    public String line(String keyPath, String what) {
        ConfigNode node = root;
        for (String step : KeyPath.steps(keyPath)) {
            node = below(node, step);
        }
        return node.origin() + ": " + keyPath + ": " + what;
    }

    /**
     * Returns an error about one key.
     *
     * @param keyPath the key
     * @param what what is wrong
     * @return the error
     */
    public ConfigErrors error(String keyPath, String what) {
        return new ConfigErrors(List.of(line(keyPath, what)));
    }

    /**
     * Returns what an action returns; an error of the user's in it is said of a key.
     *
     * @param <T> what the action returns
     * @param keyPath the key whose value the action takes
     * @param action what may be refused
     * @return what the action returned
     * @throws ConfigErrors if the action was refused
     */
    public <T> T at(String keyPath, Supplier<T> action) {
        try {
            return action.get();
        } catch (UserError e) {
            throw error(keyPath, e.getMessage());
        }
    }

    /** The node below another, or the same if nothing was written there. */
    private static ConfigNode below(ConfigNode node, String step) {
        if (node instanceof Mapping mapping) {
            Entry entry = mapping.entries().get(step);
            return entry == null ? node : entry.value();
        }
        if (node instanceof Sequence sequence && KeyPath.isIndex(step)) {
            int index = Integer.parseInt(step);
            return index < sequence.items().size() ? sequence.items().get(index) : node;
        }
        return node;
    }
}
