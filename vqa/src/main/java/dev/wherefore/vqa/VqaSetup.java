package dev.wherefore.vqa;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.ExplainConfig;
import dev.wherefore.core.experiment.LayerSetup;
import dev.wherefore.core.experiment.PreprocessConfig;
import dev.wherefore.core.experiment.config.ConfigPlaces;
import dev.wherefore.core.explain.PictureBatch;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.image.Preprocessing;
import dev.wherefore.core.method.Methods;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.NetworkFailure;
import dev.wherefore.core.network.PassRequest;
import dev.wherefore.vqa.network.VqaNetwork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tries a network on a picture and a question, so that parts, words, answers and layers that do not
 * fit are refused before anything is explained, each at its key.
 */
public final class VqaSetup {

    /** How much logits may differ for a question that is filled up, of their largest magnitude. */
    private static final float SAME = 1e-3f;

    private final ConfigPlaces places;
    private final VqaModel model;
    private final Preprocessing preprocessing;
    private final LayerSetup layers;

    /**
     * Constructs the setup.
     *
     * @param places where the keys of the config were written
     * @param model the network
     * @param preprocess what is done to a picture
     * @param explain where to look, and how
     * @param methods the methods there are
     */
    public VqaSetup(
            ConfigPlaces places,
            VqaModel model,
            PreprocessConfig preprocess,
            ExplainConfig explain,
            Methods methods) {
        this.places = places;
        this.model = model;
        this.preprocessing = preprocess.preprocessing();
        this.layers = new LayerSetup(places, explain, methods);
    }

    /**
     * Returns the network and what is known of it now.
     *
     * @param picture one of the user's own, since a network may take pictures of one size alone
     * @param question ids of a question of the user's own
     * @return the network, which fits its config
     * @throws UserError if it does not
     */
    public TriedVqa tried(Picture picture, int[] question) {
        try (NDManager scope = model.network().newScope()) {
            NDArray image = PictureBatch.array(scope, List.of(preprocessing.apply(picture)));
            Inputs trial = trial(scope, image, question);
            float[] scores = scores(scope, trial);
            places.at(
                    "model.answers",
                    () -> {
                        model.answers().checkCount(scores.length);
                        return scores.length;
                    });
            List<String> facts = new ArrayList<>();
            List<LayerRun> chosen =
                    layers.layers(
                            model.network(),
                            scope,
                            trial,
                            () -> model.network().usualLayer(scope, trial),
                            facts);
            boolean fillsUp = fillsUp(scope, image, question, scores);
            facts.add(words());
            if (!fillsUp) {
                facts.add(
                        "questions of different lengths do not share a pass, since filling one up"
                                + " changes what this network answers");
            }
            return new TriedVqa(
                    places,
                    model.fillingUp(fillsUp),
                    preprocessing,
                    scores.length,
                    chosen,
                    layers,
                    facts);
        }
    }

    private Inputs trial(NDManager scope, NDArray image, int[] question) {
        NDArray ids = model.tokens().array(scope, List.of(question)).expandDims(0);
        return VqaNetwork.inputs(image, ids);
    }

    private String words() {
        return model.network()
                .words()
                .map(layer -> "words of the question by the layer " + layer)
                .orElse(
                        "no layer of the question's words is known, so they are weighed by leaving"
                                + " them out alone");
    }

    private float[] scores(NDManager scope, Inputs trial) {
        return places.at(
                "model",
                () -> {
                    try {
                        return model.network()
                                .run(scope, trial, PassRequest.PLAIN)
                                .outputs()
                                .get(VqaNetwork.LOGITS)
                                .toFloatArray();
                    } catch (NetworkFailure e) {
                        throw new UserError(
                                "%s; the picture tried was %s (pictures, channels, height, width), with a question of %d tokens"
                                        .formatted(
                                                e.getMessage(),
                                                trial.imageArray().getShape(),
                                                trial.arguments().get(1).get(0).getShape().get(2)),
                                e);
                    }
                });
    }

    /** Whether the network answers the same if a question is filled up with two more tokens. */
    private boolean fillsUp(NDManager scope, NDArray image, int[] question, float[] scores) {
        if (model.tokenizer().specials().pad().isEmpty()) {
            return false;
        }
        int[] longer = Arrays.copyOf(question, question.length + 2);
        Arrays.fill(longer, question.length, longer.length, model.tokens().pad());
        try {
            float[] found =
                    model.network()
                            .run(scope, trial(scope, image, longer), PassRequest.PLAIN)
                            .outputs()
                            .get(VqaNetwork.LOGITS)
                            .toFloatArray();
            float largest = 0;
            float most = 0;
            for (int i = 0; i < scores.length; i++) {
                largest = Math.max(largest, Math.abs(scores[i]));
                most = Math.max(most, Math.abs(scores[i] - found[i]));
            }
            return most <= SAME * largest;
        } catch (NetworkFailure e) {
            return false;
        }
    }
}
