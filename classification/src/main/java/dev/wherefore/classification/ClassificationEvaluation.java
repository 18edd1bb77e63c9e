package dev.wherefore.classification;

import ai.djl.Device;
import dev.wherefore.core.evaluate.EvaluateConfig;
import dev.wherefore.core.evaluate.EvaluationTask;
import dev.wherefore.core.evaluate.SceneExplainer;
import dev.wherefore.core.evaluate.SceneSource;
import dev.wherefore.core.experiment.LayerSetup;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.explain.ExplainRequest;
import dev.wherefore.core.method.Methods;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.target.Likelihood;
import dev.wherefore.core.target.Target;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;

/**
 * Evaluates networks that give one score per class: each label that a picture shows is explained.
 */
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
    public boolean looksForContents() {
        return true;
    }

    @Override
    public SceneExplainer open(
            TaskConfig<EvaluateConfig> config, SceneSource scenes, Device device) {
        EvaluationKeys own = (EvaluationKeys) config.own();
        if (scenes.labels().isEmpty()) {
            throw config.places()
                    .error(
                            "scenes",
                            "classifiers are evaluated on pictures of which it is known what they"
                                    + " show: scenes, or coco, voc, ilsvrc or table");
        }
        boolean inOrder = scenes.labels().stream().allMatch(label -> label.place().isPresent());
        if (own.model().labels().isEmpty() && !inOrder) {
            throw config.places()
                    .error(
                            "model",
                            "an evaluation needs the key labels, to know which class is which label"
                                    + " of the pictures");
        }
        if (own.localisationError() && own.model().scores() == Likelihood.SIGMOID) {
            throw config.places()
                    .error(
                            "localisation-error",
                            "it is of networks whose classes exclude each other, and model.scores"
                                    + " says sigmoid");
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
        layers.keepApart(shared.layersApart());
        TriedClassifier tried =
                new ClassifierSetup(
                                config.places(),
                                ClassScores.of(own.model()),
                                shared.preprocess(),
                                layers,
                                network)
                        .tried(scenes.first().picture());
        LabelClasses classes =
                config.places()
                        .at(
                                "model.labels",
                                () ->
                                        new LabelClasses(
                                                scenes.labels(),
                                                tried.scores().labels(),
                                                tried.classes()));
        Function<List<Target>, ExplainRequest> request =
                targets -> layers.request(tried.layers(), targets);
        Predictions predictions = new Predictions(tried.scores(), classes, own, request);
        return new SceneClassifier(
                tried, classes, layers.names(tried.layers()), predictions, request);
    }
}
