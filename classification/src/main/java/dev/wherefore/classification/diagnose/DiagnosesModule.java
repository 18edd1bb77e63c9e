package dev.wherefore.classification.diagnose;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.MapBinder;
import dev.wherefore.core.diagnose.Diagnosis;
import java.util.Map;

/** Binds the diagnoses of classifiers. */
public final class DiagnosesModule extends AbstractModule {

    private static final Map<String, Class<? extends Diagnosis>> DIAGNOSES =
            Map.of(
                    "ablations",
                    Ablations.class,
                    "cam-is-grad-cam",
                    CamIsGradCam.class,
                    "counterfactual",
                    CounterfactualCheck.class,
                    "discrimination",
                    Discrimination.class,
                    "failures",
                    FailureAnalysis.class,
                    "figure-1",
                    FigureOne.class,
                    "textual",
                    TextualExplanations.class,
                    "adversarial",
                    Adversarial.class,
                    "dataset-bias",
                    DatasetBias.class);

    /** Constructs the module. */
    public DiagnosesModule() {}

    @Override
    protected void configure() {
        bind(ClassifierOpener.class);
        bind(MapTiles.class);
        MapBinder<String, Diagnosis> diagnoses =
                MapBinder.newMapBinder(binder(), String.class, Diagnosis.class);
        DIAGNOSES.forEach(
                (name, type) -> {
                    bind(type);
                    diagnoses.addBinding(name).to(type);
                });
    }
}
