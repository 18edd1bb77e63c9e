package dev.wherefore.core.experiment.config;

import dev.wherefore.core.UserError;
import java.util.List;

/** All that is wrong with a config, a line each: {@code FILE:LINE: key.path: what is wrong}. */
public final class ConfigErrors extends UserError {

    private static final long serialVersionUID = 1L;

    private final transient List<String> lines;

    /**
     * Constructs the errors.
     *
     * @param lines what is wrong, at least one line
     */
    public ConfigErrors(List<String> lines) {
        super(String.join("\n", lines));
        this.lines = List.copyOf(lines);
    }

    /**
     * Returns what is wrong.
     *
     * @return the lines, in the order of finding
     */
    public List<String> lines() {
        return lines;
    }
}
