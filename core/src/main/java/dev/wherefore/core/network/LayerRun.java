package dev.wherefore.core.network;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A layer to tap: by its name, and, if it runs several times in a pass, which run.
 *
 * @param layer the layer's name
 * @param run which run, from 1; nothing for the last one
 */
public record LayerRun(String layer, Optional<Integer> run) {

    private static final Pattern NUMBERED = Pattern.compile("(.+)#([1-9]\\d{0,5})");

    /**
     * Returns the place a user writes as {@code name} (the last run) or {@code name#2}.
     *
     * @param written what the user wrote
     * @return the place
     */
    public static LayerRun parse(String written) {
        Matcher matcher = NUMBERED.matcher(written);
        return matcher.matches()
                ? new LayerRun(matcher.group(1), Optional.of(Integer.valueOf(matcher.group(2))))
                : new LayerRun(written, Optional.empty());
    }

    @Override
    public String toString() {
        return layer + run.map(r -> "#" + r).orElse("");
    }
}
