package dev.wherefore.classification;

import dev.wherefore.core.experiment.TaskModule;

/** Binds the task {@code classification}. */
public final class ClassificationModule extends TaskModule {

    /** Constructs the module. */
    public ClassificationModule() {
        super(Classification.NAME, Classification.class);
    }

    @Override
    protected void configure() {
        super.configure();
        bind(ModelLoader.class);
    }
}
