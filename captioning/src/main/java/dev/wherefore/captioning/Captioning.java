package dev.wherefore.captioning;

import ai.djl.Device;
import dev.wherefore.captioning.config.CaptionerConfig;
import dev.wherefore.captioning.config.CaptioningConfig;
import dev.wherefore.core.experiment.LoadedTask;
import dev.wherefore.core.experiment.RunConfig;
import dev.wherefore.core.experiment.Task;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.method.Methods;
import jakarta.inject.Inject;

/** The task of networks that say in words what a picture shows. */
public final class Captioning implements Task {

    static final String NAME = "captioning";

    private final Methods methods;
    private final CaptionModels models;

    @Inject
    Captioning(Methods methods, CaptionModels models) {
        this.methods = methods;
        this.models = models;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<? extends Record> keys() {
        return CaptioningConfig.class;
    }

    @Override
    public LoadedTask load(TaskConfig<RunConfig> config, Device device) {
        CaptionerConfig written = ((CaptioningConfig) config.own()).model();
        return models.open(
                written,
                config.places(),
                device,
                model -> new LoadedCaptioner(model, written, methods));
    }
}
