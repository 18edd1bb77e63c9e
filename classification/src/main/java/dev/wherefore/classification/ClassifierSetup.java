package dev.wherefore.classification;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.LayerSetup;
import dev.wherefore.core.experiment.PreprocessConfig;
import dev.wherefore.core.experiment.config.ConfigPlaces;
import dev.wherefore.core.explain.LayerChoice;
import dev.wherefore.core.explain.PictureBatch;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.image.PreparedPicture;
import dev.wherefore.core.image.Preprocessing;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.NetworkFailure;
import dev.wherefore.core.network.Pass;
import dev.wherefore.core.network.PassRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Tries a network on a picture, so that layers, labels and outputs that do not fit are refused
 * before anything is explained, each at its key.
 */
public final class ClassifierSetup {

    private final ConfigPlaces places;
    private final ClassScores scores;
    private final LayerSetup layers;
    private final Network network;
    private final Preprocessing preprocessing;

    /**
     * Constructs the setup.
     *
     * @param places where the keys of the config were written
     * @param scores what the network's output means
     * @param preprocess what is done to a picture
     * @param layers where to look, and how
     * @param network the network
     */
    public ClassifierSetup(
            ConfigPlaces places,
            ClassScores scores,
            PreprocessConfig preprocess,
            LayerSetup layers,
            Network network) {
        this.places = places;
        this.scores = scores;
        this.layers = layers;
        this.network = network;
        this.preprocessing = preprocess.preprocessing();
    }

    /**
     * Returns the network and what is known of it now.
     *
     * @param first one of the user's own pictures: a network may take pictures of one size alone
     * @return the network, which fits
     * @throws dev.wherefore.core.UserError if it does not fit
     */
    public TriedClassifier tried(Picture first) {
        try (NDManager scope = network.newScope()) {
            Inputs trial = trial(scope, first);
            int classes = classes(scope, trial);
            at(
                    "model.labels",
                    () -> {
                        scores.labels().checkCount(classes);
                        return scores.labels();
                    });
            List<String> facts = new ArrayList<>();
            List<LayerRun> chosen = layers(scope, trial, classes, facts);
            return new TriedClassifier(network, preprocessing, scores, classes, chosen, facts);
        }
    }

    private Inputs trial(NDManager scope, Picture first) {
        PreparedPicture prepared = preprocessing.apply(first);
        return Inputs.of(PictureBatch.array(scope, List.of(prepared)));
    }

    private int classes(NDManager scope, Inputs trial) {
        Pass pass = at("preprocess", () -> tried(scope, trial));
        NDArray found = at("model.output", () -> pass.outputs().get(scores.output()));
        Shape shape = found.getShape();
        if (shape.dimension() != 2) {
            throw places.error(
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
        return layers.layers(
                network,
                scope,
                trial,
                () -> LayerChoice.of(network, network.shapes(scope, trial), classes),
                facts);
    }

    /** Gives an error its place in the config. */
    private <T> T at(String key, Supplier<T> action) {
        return places.at(key, action);
    }
}
