package dev.wherefore.core.evaluate;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.MapBinder;
import dev.wherefore.core.check.CheckModule;
import dev.wherefore.core.metric.MetricModule;

/** Binds what evaluations need; the tasks are bound by their own modules. */
public final class EvaluateModule extends AbstractModule {

    /** Constructs the module. */
    public EvaluateModule() {}

    @Override
    protected void configure() {
        install(new MetricModule());
        install(new CheckModule());
        // declared empty, so that a class path without tasks is said in words
        MapBinder.newMapBinder(binder(), String.class, EvaluationTask.class);
        bind(EvaluationTasks.class);
    }
}
