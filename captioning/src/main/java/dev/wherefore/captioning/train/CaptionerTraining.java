package dev.wherefore.captioning.train;

import ai.djl.Device;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.network.block.NetworkBlock;
import dev.wherefore.core.network.block.NetworkFamilies;
import dev.wherefore.core.train.TrainConfig;
import dev.wherefore.core.train.Trainee;
import dev.wherefore.core.train.TrainingScenes;
import dev.wherefore.core.train.TrainingTask;
import jakarta.inject.Inject;

/** Trains a network to say in words what a drawn scene shows. */
public final class CaptionerTraining implements TrainingTask {

    private final NetworkFamilies families;

    @Inject
    CaptionerTraining(NetworkFamilies families) {
        this.families = families;
    }

    @Override
    public Class<? extends Record> keys() {
        return CaptionerTrainingConfig.class;
    }

    @Override
    public Trainee open(TaskConfig<TrainConfig> config, Device device) {
        CaptionerTrainingConfig own = (CaptionerTrainingConfig) config.own();
        TrainingScenes.requireOwn(config.shared().seed(), config.places());
        own.preprocess().requireChannels(own.network().channels(), config.places());
        NetworkBlock network = config.places().at("network", () -> families.create(own.network()));
        return config.places()
                .at("start", () -> new CaptionerTrainee(network, own, config.shared(), device));
    }
}
