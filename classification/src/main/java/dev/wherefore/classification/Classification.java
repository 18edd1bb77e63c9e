package dev.wherefore.classification;

import ai.djl.Device;
import dev.wherefore.core.experiment.PictureExplainer;
import dev.wherefore.core.experiment.RunConfig;
import dev.wherefore.core.experiment.Task;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.method.Methods;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.torchscript.TorchScriptNetwork;
import jakarta.inject.Inject;

/** The task of networks that give one score per class. */
public final class Classification implements Task {

    static final String NAME = "classification";

    private final Methods methods;

    @Inject
    Classification(Methods methods) {
        this.methods = methods;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<? extends Record> keys() {
        return ClassificationConfig.class;
    }

    @Override
    public PictureExplainer open(TaskConfig<RunConfig> config, Device device) {
        ClassificationConfig own = (ClassificationConfig) config.own();
        ModelConfig model = own.model();
        Network network = TorchScriptNetwork.load(model.path(), device, model.method());
        boolean opened = false;
        try {
            Classifier classifier = new ClassifierSetup(config, own, methods, network).classifier();
            opened = true;
            return classifier;
        } finally {
            if (!opened) {
                network.close();
            }
        }
    }
}
