package dev.wherefore.vqa;

import ai.djl.Device;
import dev.wherefore.core.experiment.LoadedTask;
import dev.wherefore.core.experiment.RunConfig;
import dev.wherefore.core.experiment.Task;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.method.Methods;
import dev.wherefore.vqa.config.AnswererConfig;
import dev.wherefore.vqa.config.VqaConfig;
import jakarta.inject.Inject;
import java.util.List;

/** The task of networks that answer questions about pictures. */
public final class Vqa implements Task {

    static final String NAME = "vqa";

    private final Methods methods;
    private final VqaModels models;

    @Inject
    Vqa(Methods methods, VqaModels models) {
        this.methods = methods;
        this.models = models;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<? extends Record> keys() {
        return VqaConfig.class;
    }

    @Override
    public List<String> keysOfFiles() {
        return List.of("question-file");
    }

    @Override
    public LoadedTask load(TaskConfig<RunConfig> config, Device device) {
        AnswererConfig written = ((VqaConfig) config.own()).model();
        return models.open(
                written, config.places(), device, model -> new LoadedVqa(model, written, methods));
    }
}
