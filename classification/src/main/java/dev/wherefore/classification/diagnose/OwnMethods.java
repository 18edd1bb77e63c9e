package dev.wherefore.classification.diagnose;

import dev.wherefore.core.diagnose.DiagnoseConfig;
import dev.wherefore.core.experiment.config.TaskConfig;
import java.util.List;

/** Refuses methods in the config of a diagnosis that brings its own. */
final class OwnMethods {

    private static final List<String> USUAL = List.of("grad-cam");

    private OwnMethods() {}

    /**
     * Sees that the config names no methods.
     *
     * @throws dev.wherefore.core.UserError if it does
     */
    static void require(TaskConfig<DiagnoseConfig> config) {
        if (!config.shared().explain().methods().equals(USUAL)) {
            throw config.places()
                    .error(
                            "explain.methods",
                            "the diagnosis '%s' brings its own methods; leave the key out"
                                    .formatted(config.shared().diagnosis()));
        }
    }
}
