package dev.wherefore.core.metric;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.MapBinder;
import java.util.List;

/** Binds every metric and baseline by its name. A new one is one class and one line here. */
public final class MetricModule extends AbstractModule {

    private static final int TORCHRAY_TOLERANCE = 15;

    private static final List<Metric> METRICS =
            List.of(
                    new PointingGame(0),
                    new PointingGame(TORCHRAY_TOLERANCE),
                    new DifficultPointing(TORCHRAY_TOLERANCE),
                    new EnergyInside(),
                    new BoxIou(),
                    new Localisation(),
                    new InsideOutside(),
                    new Complexity(),
                    new MapDifference());

    private static final List<Baseline> BASELINES =
            List.of(new CentreBaseline(), new RandomBaseline(), new EdgeBaseline());

    /** Constructs the module. */
    public MetricModule() {}

    @Override
    protected void configure() {
        MapBinder<String, Metric> metrics =
                MapBinder.newMapBinder(binder(), String.class, Metric.class);
        METRICS.forEach(metric -> metrics.addBinding(metric.card().name()).toInstance(metric));
        MapBinder<String, Baseline> baselines =
                MapBinder.newMapBinder(binder(), String.class, Baseline.class);
        BASELINES.forEach(b -> baselines.addBinding(b.name()).toInstance(b));
        bind(Metrics.class);
        bind(Baselines.class);
    }
}
