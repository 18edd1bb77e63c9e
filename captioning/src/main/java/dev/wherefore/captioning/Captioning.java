package dev.wherefore.captioning;

import ai.djl.Device;
import dev.wherefore.core.experiment.PictureExplainer;
import dev.wherefore.core.experiment.RunConfig;
import dev.wherefore.core.experiment.Task;
import dev.wherefore.core.experiment.config.TaskConfig;

/** The task of networks that say in words what a picture shows. */
public final class Captioning implements Task {

    static final String NAME = "captioning";

    @jakarta.inject.Inject
    Captioning() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<? extends Record> keys() {
        return CaptioningConfig.class;
    }

    @Override
    public PictureExplainer open(TaskConfig<RunConfig> config, Device device) {
        throw new IllegalStateException("work in progress");
    }
}
