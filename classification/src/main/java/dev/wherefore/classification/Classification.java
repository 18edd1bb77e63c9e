package dev.wherefore.classification;

import ai.djl.Device;
import dev.wherefore.core.experiment.LoadedTask;
import dev.wherefore.core.experiment.RunConfig;
import dev.wherefore.core.experiment.Task;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.method.Methods;
import jakarta.inject.Inject;

/** The task of networks that give one score per class. */
public final class Classification implements Task {

    static final String NAME = "classification";

    private final Methods methods;
    private final ModelLoader loader;

    @Inject
    Classification(Methods methods, ModelLoader loader) {
        this.methods = methods;
        this.loader = loader;
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
    public LoadedTask load(TaskConfig<RunConfig> config, Device device) {
        ModelConfig model = ((ClassificationConfig) config.own()).model();
        return loader.open(
                model,
                device,
                network -> new LoadedClassifier(network, model, ClassScores.of(model), methods));
    }
}
