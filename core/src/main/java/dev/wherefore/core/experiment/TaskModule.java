package dev.wherefore.core.experiment;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.MapBinder;

/**
 * The Guice module of a task. It is found on the class path by {@link java.util.ServiceLoader}, so
 * a jar that is put beside the others adds a task.
 */
public abstract class TaskModule extends AbstractModule {

    private final String name;
    private final Class<? extends Task> task;

    /**
     * Constructs the module.
     *
     * @param name the task's name
     * @param task the task's class, which Guice can make
     */
    protected TaskModule(String name, Class<? extends Task> task) {
        this.name = name;
        this.task = task;
    }

    @Override
    protected void configure() {
        bind(task);
        MapBinder.newMapBinder(binder(), String.class, Task.class).addBinding(name).to(task);
    }
}
