package dev.wherefore.classification;

import com.google.inject.multibindings.MapBinder;
import dev.wherefore.core.evaluate.EvaluationTask;
import dev.wherefore.core.experiment.TaskModule;

/** Binds the task {@code classification}: its runs and its evaluation. */
public final class ClassificationModule extends TaskModule {

    /** Constructs the module. */
    public ClassificationModule() {
        super(Classification.NAME, Classification.class);
    }

    @Override
    protected void configure() {
        super.configure();
        bind(ModelLoader.class);
        bind(ClassificationEvaluation.class);
        MapBinder.newMapBinder(binder(), String.class, EvaluationTask.class)
                .addBinding(Classification.NAME)
                .to(ClassificationEvaluation.class);
    }
}
