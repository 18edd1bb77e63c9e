package dev.wherefore.launcher;

import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.config.ConfigErrors;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Says which command a config is for that was given to another. */
final class OtherCommand {

    private static final int ENOUGH = 2;

    /** For each command the top keys that the others' configs do not have. */
    private static final Map<String, List<String>> KEYS =
            Map.of(
                    "run", List.of("images", "targets", "draw"),
                    "train", List.of("epochs", "examples", "network", "learning-rate"),
                    "evaluate", List.of("metrics", "baselines", "failures"));

    private OtherCommand() {}

    /** Reads a config; where two of its unknown keys are another command's, that is the mistake. */
    static <T> T named(Path config, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (ConfigErrors e) {
            for (Map.Entry<String, List<String>> command : KEYS.entrySet()) {
                List<String> found =
                        command.getValue().stream().filter(key -> isUnknown(key, e)).toList();
                if (found.size() >= ENOUGH) {
                    throw new UserError(
                            "%s is a config for 'wherefore %s', by its keys %s"
                                    .formatted(config, command.getKey(), String.join(", ", found)),
                            e);
                }
            }
            throw e;
        }
    }

    private static boolean isUnknown(String key, ConfigErrors errors) {
        return errors.lines().stream()
                .anyMatch(line -> line.contains(": " + key + ": unknown key"));
    }
}
