package dev.wherefore.classification;

import com.google.inject.multibindings.MapBinder;
import dev.wherefore.classification.diagnose.DiagnosesModule;
import dev.wherefore.classification.train.ClassifierTraining;
import dev.wherefore.core.evaluate.EvaluationTask;
import dev.wherefore.core.experiment.TaskModule;
import dev.wherefore.core.train.TrainingTask;

/**
 * Binds the task {@code classification}: its runs, its evaluation, its diagnoses and its training.
 */
public final class ClassificationModule extends TaskModule {

    /** Constructs the module. */
    public ClassificationModule() {
        super(Classification.NAME, Classification.class);
    }

    @Override
    protected void configure() {
        super.configure();
        bind(ModelLoader.class);
        bind(ClassifierTraining.class);
        MapBinder.newMapBinder(binder(), String.class, TrainingTask.class)
                .addBinding(Classification.NAME)
                .to(ClassifierTraining.class);
        install(new DiagnosesModule());
        bind(ClassificationEvaluation.class);
        MapBinder.newMapBinder(binder(), String.class, EvaluationTask.class)
                .addBinding(Classification.NAME)
                .to(ClassificationEvaluation.class);
    }
}
