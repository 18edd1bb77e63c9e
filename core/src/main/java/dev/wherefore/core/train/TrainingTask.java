package dev.wherefore.core.train;

import ai.djl.Device;
import dev.wherefore.core.experiment.config.TaskConfig;

/** A task whose networks can be trained here; a task's Guice module binds it by the task's name. */
public interface TrainingTask {

    /**
     * Returns the record of the keys that the task's trainings have beside those of {@link
     * TrainConfig}.
     *
     * @return the record's class, each component with a {@link
     *     dev.wherefore.core.experiment.config.ConfigDoc}
     */
    Class<? extends Record> keys();

    /**
     * Returns what a config describes, with its first weights.
     *
     * @param config the config; its own keys are of the class {@link #keys()}
     * @param device where to train
     * @return the network to train, to be closed by the caller
     * @throws dev.wherefore.core.UserError if the config describes what cannot be
     */
    Trainee open(TaskConfig<TrainConfig> config, Device device);
}
