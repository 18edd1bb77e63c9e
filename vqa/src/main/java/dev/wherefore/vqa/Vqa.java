package dev.wherefore.vqa;

import ai.djl.Device;
import dev.wherefore.core.experiment.*;
import dev.wherefore.core.experiment.config.*;

/** Placeholder. */
public final class Vqa implements Task {
    static final String NAME = "vqa";

    @jakarta.inject.Inject
    Vqa() {}

    /** x. @param model x */
    public record Keys(@ConfigDoc("x") String model) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<? extends Record> keys() {
        return Keys.class;
    }

    @Override
    public PictureExplainer open(TaskConfig<RunConfig> config, Device device) {
        throw new UnsupportedOperationException();
    }
}
