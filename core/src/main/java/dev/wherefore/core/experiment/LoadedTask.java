package dev.wherefore.core.experiment;

import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.image.Picture;
import java.util.List;

/**
 * A task's network, loaded once, of which any number of explainers are made: each for another
 * config, of other targets, questions, layers and methods.
 *
 * <p>Several threads may make and use explainers at once. The network is closed with this; an
 * explainer closes what it opened itself, and must be closed before.
 */
public interface LoadedTask extends AutoCloseable {

    /**
     * Returns what explains pictures as a config wishes, by the network that is loaded.
     *
     * @param config the config; its keys about the network are those it was loaded with
     * @param trial a picture to try the network on, of the size of those to come: a network may
     *     take pictures of one size alone
     * @return the explainer, to be closed by the caller before this
     * @throws dev.wherefore.core.UserError if the config names what is not there
     * @throws IllegalArgumentException if the config is about another network
     */
    PictureExplainer explainer(TaskConfig<RunConfig> config, Picture trial);

    /**
     * Returns what targets may name: classes, answers.
     *
     * @return the names in the order of the network's output; none where they are not known, or
     *     what the network says is open
     */
    List<String> names();

    @Override
    void close();
}
