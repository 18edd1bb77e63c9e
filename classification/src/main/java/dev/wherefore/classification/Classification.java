package dev.wherefore.classification;

import ai.djl.Device;
import dev.wherefore.core.experiment.LayerSetup;
import dev.wherefore.core.experiment.PictureExplainer;
import dev.wherefore.core.experiment.RunConfig;
import dev.wherefore.core.experiment.Task;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.method.Methods;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.target.Target;
import jakarta.inject.Inject;
import java.util.List;

/** The task of networks that give one score per class. */
public final class Classification implements Task {

    static final String NAME = "classification";

    private final Methods methods;
    private final ModelLoader loader;

    @Inject
    Classification(Methods methods, ModelLoader loader) {
        this.methods = methods;
        this.loader = loader;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<? extends Record> keys() {
        return ClassificationConfig.class;
    }

    @Override
    public PictureExplainer open(TaskConfig<RunConfig> config, Device device) {
        ClassificationConfig own = (ClassificationConfig) config.own();
        return loader.open(own.model(), device, network -> classifier(config, own, network));
    }

    private Classifier classifier(
            TaskConfig<RunConfig> config, ClassificationConfig own, Network network) {
        RunConfig shared = config.shared();
        LayerSetup layers = new LayerSetup(config.places(), shared.explain(), methods);
        TriedClassifier tried =
                new ClassifierSetup(
                                config.places(),
                                ClassScores.of(own.model()),
                                shared.preprocess(),
                                layers,
                                network)
                        .tried(shared.trialPicture());
        ClassScores scores = tried.scores();
        List<ClassificationTarget> targets =
                new TargetResolver(config.places(), scores.labels(), tried.classes())
                        .resolve(own.targets());
        List<Target> numbers =
                targets.stream()
                        .map(t -> t.toTarget(scores.labels(), scores.likelihood(), scores.output()))
                        .toList();
        return new Classifier(
                network,
                tried.preprocessing(),
                scores,
                targets,
                layers.request(tried.layers(), numbers),
                tried.facts(),
                layers.suitable());
    }
}
