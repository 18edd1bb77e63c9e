package dev.wherefore.captioning;

import com.google.inject.multibindings.MapBinder;
import dev.wherefore.captioning.evaluate.CaptionEvaluation;
import dev.wherefore.captioning.train.CaptionerTraining;
import dev.wherefore.core.evaluate.EvaluationTask;
import dev.wherefore.core.experiment.TaskModule;
import dev.wherefore.core.train.TrainingTask;

/** Binds the task {@code captioning}: its runs, its evaluation and its training. */
public final class CaptioningModule extends TaskModule {

    /** Constructs the module. */
    public CaptioningModule() {
        super(Captioning.NAME, Captioning.class);
    }

    @Override
    protected void configure() {
        super.configure();
        bind(CaptionModels.class);
        bind(CaptionerTraining.class);
        MapBinder.newMapBinder(binder(), String.class, TrainingTask.class)
                .addBinding(Captioning.NAME)
                .to(CaptionerTraining.class);
        bind(CaptionEvaluation.class);
        MapBinder.newMapBinder(binder(), String.class, EvaluationTask.class)
                .addBinding(Captioning.NAME)
                .to(CaptionEvaluation.class);
    }
}
