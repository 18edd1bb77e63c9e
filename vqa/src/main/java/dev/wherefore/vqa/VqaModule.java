package dev.wherefore.vqa;

import com.google.inject.multibindings.MapBinder;
import dev.wherefore.core.experiment.TaskModule;
import dev.wherefore.core.train.TrainingTask;
import dev.wherefore.vqa.train.AnswererTraining;

/** Binds the task {@code vqa}: its runs, its evaluation and its training. */
public final class VqaModule extends TaskModule {

    /** Constructs the module. */
    public VqaModule() {
        super(Vqa.NAME, Vqa.class);
    }

    @Override
    protected void configure() {
        super.configure();
        bind(VqaModels.class);
        bind(AnswererTraining.class);
        MapBinder.newMapBinder(binder(), String.class, TrainingTask.class)
                .addBinding(Vqa.NAME)
                .to(AnswererTraining.class);
    }
}
