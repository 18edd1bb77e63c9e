package dev.wherefore.core.check;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.MapBinder;
import java.util.List;

/** Binds every check by its name. A new one is one class and one line here. */
public final class CheckModule extends AbstractModule {

    private static final Check ROAD = Road.usual();
    private static final Check COHERENCY = new Coherency();

    private static final List<Check> CHECKS =
            List.of(
                    Covering.deletion(),
                    Covering.insertion(),
                    ROAD,
                    new Drop(),
                    new Increase(),
                    new Infidelity(),
                    new MaxSensitivity(),
                    new Mirrored(),
                    COHERENCY,
                    new Adcc(COHERENCY),
                    new Arcc(COHERENCY, ROAD),
                    new Randomisation(LayerOrder.CASCADING),
                    new Randomisation(LayerOrder.INDEPENDENT),
                    new RandomTarget());

    /** Constructs the module. */
    public CheckModule() {}

    @Override
    protected void configure() {
        MapBinder<String, Check> checks =
                MapBinder.newMapBinder(binder(), String.class, Check.class);
        CHECKS.forEach(check -> checks.addBinding(check.card().name()).toInstance(check));
        bind(Checks.class);
    }
}
