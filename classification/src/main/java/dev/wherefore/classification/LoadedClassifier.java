package dev.wherefore.classification;

import dev.wherefore.core.experiment.LayerSetup;
import dev.wherefore.core.experiment.LoadedTask;
import dev.wherefore.core.experiment.PictureExplainer;
import dev.wherefore.core.experiment.RunConfig;
import dev.wherefore.core.experiment.SameModel;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.method.Methods;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.target.Target;
import java.util.List;

/**
 * A classifier that is loaded.
 *
 * @param network the network; closed with this
 * @param model what it was loaded by
 * @param scores what its output means
 * @param methods the methods there are
 */
record LoadedClassifier(Network network, ModelConfig model, ClassScores scores, Methods methods)
        implements LoadedTask {

    @Override
    public PictureExplainer explainer(TaskConfig<RunConfig> config, Picture trial) {
        ClassificationConfig own = (ClassificationConfig) config.own();
        SameModel.require(model, own.model());
        RunConfig shared = config.shared();
        LayerSetup layers = new LayerSetup(config.places(), shared.explain(), methods);
        TriedClassifier tried =
                new ClassifierSetup(config.places(), scores, shared.preprocess(), layers, network)
                        .tried(trial);
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

    @Override
    public List<String> names() {
        return scores.labels().names();
    }

    @Override
    public void close() {
        network.close();
    }
}
