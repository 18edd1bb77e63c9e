package dev.wherefore.classification;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.ExplainConfig;
import dev.wherefore.core.experiment.RunConfig;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.explain.ExplainRequest;
import dev.wherefore.core.explain.LayerChoice;
import dev.wherefore.core.explain.Layout;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.image.PictureReader;
import dev.wherefore.core.image.PreparedPicture;
import dev.wherefore.core.image.Preprocessing;
import dev.wherefore.core.method.Method;
import dev.wherefore.core.method.Methods;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.NetworkFailure;
import dev.wherefore.core.network.Pass;
import dev.wherefore.core.network.PassRequest;
import dev.wherefore.core.network.Tapped;
import dev.wherefore.core.target.Target;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes a classifier of a config: tries the network on the first picture, so that layers, labels
 * and outputs that do not fit are refused before anything is explained, each at its key.
 */
final class ClassifierSetup {

    private static final int TRIAL_SIZE = 224;

    private final TaskConfig<RunConfig> config;
    private final ClassificationConfig own;
    private final Methods methods;
    private final Network network;
    private final Preprocessing preprocessing;

    ClassifierSetup(
            TaskConfig<RunConfig> config,
            ClassificationConfig own,
            Methods methods,
            Network network) {
        this.config = config;
        this.own = own;
        this.methods = methods;
        this.network = network;
        this.preprocessing = config.shared().preprocess().preprocessing();
    }

    Classifier classifier() {
        ClassScores scores =
                new ClassScores(
                        own.model().output().orElse(""),
                        own.model().scores(),
                        own.model().labels().map(Labels::read).orElseGet(Labels::none));
        try (NDManager scope = network.newScope()) {
            Inputs trial = trial(scope);
            int classes = classes(scope, trial, scores);
            at(
                    "model.labels",
                    () -> {
                        scores.labels().checkCount(classes);
                        return scores.labels();
                    });
            List<ClassificationTarget> targets =
                    new TargetResolver(config.places(), scores.labels(), classes)
                            .resolve(own.targets());
            List<String> facts = new ArrayList<>();
            List<LayerRun> layers = layers(scope, trial, classes, facts);
            ExplainRequest request = request(scores, targets, layers);
            return new Classifier(network, preprocessing, scores, targets, request, facts);
        }
    }

    private Inputs trial(NDManager scope) {
        PreparedPicture prepared = preprocessing.apply(firstPicture().orElseGet(this::black));
        Shape shape = new Shape(1, prepared.channels(), prepared.height(), prepared.width());
        return Inputs.of(scope.create(prepared.channelsFirst(), shape));
    }

    /** The user's own first picture: a network may take pictures of one size alone. */
    private Optional<Picture> firstPicture() {
        try {
            Path first = config.shared().images().get(0).find().get(0);
            return Optional.of(new PictureReader().read(first));
        } catch (UserError e) {
            // the run itself says what is wrong with it
            return Optional.empty();
        }
    }

    private Picture black() {
        int side = TRIAL_SIZE;
        return Picture.of(new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB), "trial");
    }

    private int classes(NDManager scope, Inputs trial, ClassScores scores) {
        Pass pass = at("preprocess", () -> tried(scope, trial));
        NDArray found = at("model.output", () -> pass.outputs().get(scores.output()));
        Shape shape = found.getShape();
        if (shape.dimension() != 2) {
            throw config.places()
                    .error(
                            "model.output",
                            "a classifier gives (pictures, classes), the network gives " + shape);
        }
        return Math.toIntExact(shape.get(1));
    }

    private Pass tried(NDManager scope, Inputs trial) {
        try {
            return network.run(scope, trial, PassRequest.PLAIN);
        } catch (NetworkFailure e) {
            throw new UserError(
                    e.getMessage()
                            + "; the picture tried was "
                            + trial.imageArray().getShape()
                            + " (pictures, channels, height, width)",
                    e);
        }
    }

    private List<LayerRun> layers(NDManager scope, Inputs trial, int classes, List<String> facts) {
        List<String> written = config.shared().explain().layers();
        if (!written.isEmpty()) {
            List<LayerRun> places = written.stream().map(LayerRun::parse).toList();
            at("explain.layers", () -> tapped(scope, trial, places));
            facts.add("layer " + String.join(", ", written));
            return places;
        }
        boolean needed =
                config.shared().explain().methods().stream()
                        .anyMatch(m -> methods.get(m).needsLayer());
        if (!needed) {
            return List.of();
        }
        LayerChoice choice =
                at(
                        "explain.layers",
                        () -> LayerChoice.of(network, network.shapes(scope, trial), classes));
        facts.add("layer " + choice.layer() + ": " + choice.reason());
        return List.of(LayerRun.parse(choice.layer()));
    }

    /** Taps the layers once, and sees that maps can be made of what they give. */
    private Pass tapped(NDManager scope, Inputs trial, List<LayerRun> places) {
        Pass pass = network.run(scope, trial, PassRequest.tap(places, 1));
        Layout layout = config.shared().explain().outputLayout();
        for (Tapped tapped : pass.taps()) {
            layout.toMaps(tapped.activation());
        }
        return pass;
    }

    private ExplainRequest request(
            ClassScores scores, List<ClassificationTarget> targets, List<LayerRun> layers) {
        ExplainConfig explain = config.shared().explain();
        List<Target> numbers =
                targets.stream()
                        .map(t -> t.toTarget(scores.labels(), scores.likelihood(), scores.output()))
                        .toList();
        List<Method> chosen = explain.methods().stream().map(methods::get).toList();
        return new ExplainRequest(
                layers,
                explain.outputLayout(),
                numbers,
                chosen,
                explain.fusion(),
                explain.scale() == ExplainConfig.Scale.SHARED);
    }

    /** Gives an error its place in the config. */
    private <T> T at(String key, Supplier<T> action) {
        return config.places().at(key, action);
    }
}
