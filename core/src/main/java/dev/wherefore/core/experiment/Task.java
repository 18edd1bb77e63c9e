package dev.wherefore.core.experiment;

import ai.djl.Device;
import dev.wherefore.core.Opening;
import dev.wherefore.core.experiment.config.TaskConfig;
import java.util.List;

/**
 * What a network does: gives classes, captions, answers. A task knows the keys of its configs and
 * loads what a config describes; its Guice module ({@link TaskModule}) binds it by its name.
 */
public interface Task {

    /**
     * Returns the task's name in configs.
     *
     * @return the name, lower case with dashes
     */
    String name();

    /**
     * Returns the record of the keys that the task's configs have beside those of {@link
     * RunConfig}.
     *
     * @return the record's class, each component with a {@link
     *     dev.wherefore.core.experiment.config.ConfigDoc}
     */
    Class<? extends Record> keys();

    /**
     * Returns the keys by which a config speaks of its pictures by their files: of a picture that
     * comes otherwise they say nothing.
     *
     * @return the keys, as configs have them
     */
    default List<String> keysOfFiles() {
        return List.of();
    }

    /**
     * Returns the network that a config describes, of which explainers are made.
     *
     * @param config the config; its own keys are of the class {@link #keys()}
     * @param device where the network shall run
     * @return the network, to be closed by the caller
     * @throws dev.wherefore.core.UserError if the network cannot be loaded
     */
    LoadedTask load(TaskConfig<RunConfig> config, Device device);

    /**
     * Returns what a config describes, its network loaded.
     *
     * @param config the config; its own keys are of the class {@link #keys()}
     * @param device where the network shall run
     * @return what explains pictures; it is closed by the caller, and the network with it
     * @throws dev.wherefore.core.UserError if the config names what is not there
     */
    default PictureExplainer open(TaskConfig<RunConfig> config, Device device) {
        return Opening.closingIfFailed(
                load(config, device),
                loaded ->
                        new OwnExplainer(
                                loaded, loaded.explainer(config, config.shared().trialPicture())));
    }
}
