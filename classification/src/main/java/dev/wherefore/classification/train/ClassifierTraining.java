package dev.wherefore.classification.train;

import ai.djl.Device;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.network.block.NetworkBlock;
import dev.wherefore.core.network.block.NetworkFamilies;
import dev.wherefore.core.scene.Kind;
import dev.wherefore.core.train.TrainConfig;
import dev.wherefore.core.train.Trainee;
import dev.wherefore.core.train.TrainingScenes;
import dev.wherefore.core.train.TrainingTask;
import jakarta.inject.Inject;

/** Trains a network to tell which kinds of objects a drawn scene shows. */
public final class ClassifierTraining implements TrainingTask {

    private final NetworkFamilies families;

    @Inject
    ClassifierTraining(NetworkFamilies families) {
        this.families = families;
    }

    @Override
    public Class<? extends Record> keys() {
        return ClassifierTrainingConfig.class;
    }

    @Override
    public Trainee open(TaskConfig<TrainConfig> config, Device device) {
        ClassifierTrainingConfig own = (ClassifierTrainingConfig) config.own();
        int kinds = Kind.values().length;
        if (own.network().classes() != kinds) {
            throw config.places()
                    .error(
                            "network.classes",
                            "scenes hold %d kinds of objects, so %d classes are wanted, found %d"
                                    .formatted(kinds, kinds, own.network().classes()));
        }
        TrainingScenes.requireOwn(config.shared().seed(), config.places());
        own.preprocess().requireChannels(own.network().channels(), config.places());
        NetworkBlock network = config.places().at("network", () -> families.create(own.network()));
        return new ClassifierTrainee(network, own, config.shared(), device);
    }
}
