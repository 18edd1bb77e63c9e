package dev.wherefore.classification;

import ai.djl.Device;
import dev.wherefore.core.evaluate.EvaluateConfig;
import dev.wherefore.core.evaluate.EvaluationTask;
import dev.wherefore.core.evaluate.SceneExplainer;
import dev.wherefore.core.evaluate.SceneSource;
import dev.wherefore.core.experiment.LayerSetup;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.method.Methods;
import dev.wherefore.core.network.Network;
import jakarta.inject.Inject;

/** Evaluates networks that give one score per class: each kind that a scene shows is explained. */
public final class ClassificationEvaluation implements EvaluationTask {

    private final Methods methods;
    private final ModelLoader loader;

    @Inject
    ClassificationEvaluation(Methods methods, ModelLoader loader) {
        this.methods = methods;
        this.loader = loader;
    }

    @Override
    public String name() {
        return Classification.NAME;
    }

    @Override
    public Class<? extends Record> keys() {
        return EvaluationKeys.class;
    }

    @Override
    public SceneExplainer open(
            TaskConfig<EvaluateConfig> config, SceneSource scenes, Device device) {
        EvaluationKeys own = (EvaluationKeys) config.own();
        if (scenes.categories().isPresent()) {
            throw config.places()
                    .error("scenes.coco", "classifiers are evaluated on drawn scenes alone");
        }
        if (own.model().labels().isEmpty()) {
            throw config.places()
                    .error(
                            "model",
                            "an evaluation needs the key labels, to know which class is which kind"
                                    + " of thing");
        }
        return loader.open(own.model(), device, network -> explainer(config, own, scenes, network));
    }

    private SceneExplainer explainer(
            TaskConfig<EvaluateConfig> config,
            EvaluationKeys own,
            SceneSource scenes,
            Network network) {
        EvaluateConfig shared = config.shared();
        LayerSetup layers = new LayerSetup(config.places(), shared.explain(), methods);
        TriedClassifier tried =
                new ClassifierSetup(
                                config.places(),
                                ClassScores.of(own.model()),
                                shared.preprocess(),
                                layers,
                                network)
                        .tried(scenes.exhibit(0).picture());
        KindClasses kinds =
                config.places()
                        .at(
                                "model.labels",
                                () -> new KindClasses(tried.scores().labels(), tried.classes()));
        return new SceneClassifier(
                tried, kinds, targets -> layers.request(tried.layers(), targets));
    }
}
