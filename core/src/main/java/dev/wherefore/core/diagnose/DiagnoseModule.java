package dev.wherefore.core.diagnose;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.MapBinder;

/** Binds the diagnoses; each task's module adds its own. */
public final class DiagnoseModule extends AbstractModule {

    /** Constructs the module. */
    public DiagnoseModule() {}

    @Override
    protected void configure() {
        // declared empty, so that a class path without tasks is said in words
        MapBinder.newMapBinder(binder(), String.class, Diagnosis.class);
        bind(Diagnoses.class);
    }
}
