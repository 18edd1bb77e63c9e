package dev.wherefore.core.evaluate;

import ai.djl.Device;
import dev.wherefore.core.experiment.config.TaskConfig;

/**
 * How networks of one task are evaluated. A task's Guice module binds it by its name, in a {@code
 * MapBinder} from {@code String}.
 */
public interface EvaluationTask {

    /**
     * Returns the task's name in configs.
     *
     * @return the name, lower case with dashes
     */
    String name();

    /**
     * Returns the record of the keys that the task's configs have beside those of {@link
     * EvaluateConfig}.
     *
     * @return the record's class, each component with a {@link
     *     dev.wherefore.core.experiment.config.ConfigDoc}
     */
    Class<? extends Record> keys();

    /**
     * Returns whether the labels are those of the pictures' contents, so that maps can cut pictures
     * into them.
     *
     * @return true if they are
     */
    default boolean looksForContents() {
        return false;
    }

    /**
     * Returns what a config describes, its network loaded.
     *
     * @param config the config; its own keys are of the class {@link #keys()}
     * @param scenes the scenes it will be asked about; the first can be used for a trial
     * @param device where the network shall run
     * @return what explains scenes, to be closed by the caller
     * @throws dev.wherefore.core.UserError if the config names what is not there
     */
    SceneExplainer open(TaskConfig<EvaluateConfig> config, SceneSource scenes, Device device);
}
