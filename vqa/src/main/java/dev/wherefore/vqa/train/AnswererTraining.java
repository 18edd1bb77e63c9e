package dev.wherefore.vqa.train;

import ai.djl.Device;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.network.block.NetworkBlock;
import dev.wherefore.core.network.block.NetworkFamilies;
import dev.wherefore.core.train.TrainConfig;
import dev.wherefore.core.train.Trainee;
import dev.wherefore.core.train.TrainingScenes;
import dev.wherefore.core.train.TrainingTask;
import jakarta.inject.Inject;

/** Trains a network to answer questions about a drawn scene. */
public final class AnswererTraining implements TrainingTask {

    private final NetworkFamilies families;

    @Inject
    AnswererTraining(NetworkFamilies families) {
        this.families = families;
    }

    @Override
    public Class<? extends Record> keys() {
        return AnswererTrainingConfig.class;
    }

    @Override
    public Trainee open(TaskConfig<TrainConfig> config, Device device) {
        AnswererTrainingConfig own = (AnswererTrainingConfig) config.own();
        TrainingScenes.requireOwn(config.shared().seed(), config.places());
        own.preprocess().requireChannels(own.network().channels(), config.places());
        NetworkBlock network = config.places().at("network", () -> families.create(own.network()));
        return config.places()
                .at("start", () -> new AnswererTrainee(network, own, config.shared(), device));
    }
}
