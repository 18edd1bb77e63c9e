package dev.wherefore.captioning;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.captioning.network.CaptionNetwork;
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
import java.util.ArrayList;
import java.util.List;

/**
 * Tries a captioner on a picture, so that parts, words and layers that do not fit are refused
 * before anything is explained, each at its key.
 */
public final class CaptionSetup {

    /** Decoders for words are often made larger than need be, up to a multiple of this. */
    private static final int ROUNDED = 128;

    private final ConfigPlaces places;
    private final CaptionModel model;
    private final Preprocessing preprocessing;
    private final LayerSetup layers;

    /**
     * Constructs the setup.
     *
     * @param places where the keys of the config were written
     * @param model the captioner
     * @param preprocess what is done to a picture
     * @param explain where to look, and how
     * @param methods the methods there are
     */
    public CaptionSetup(
            ConfigPlaces places,
            CaptionModel model,
            PreprocessConfig preprocess,
            ExplainConfig explain,
            Methods methods) {
        this.places = places;
        this.model = model;
        this.preprocessing = preprocess.preprocessing();
        this.layers = new LayerSetup(places, explain, methods);
    }

    /**
     * Returns the captioner and what is known of it now.
     *
     * @param picture one of the user's own, since a network may take pictures of one size alone
     * @return the captioner, which fits its config
     * @throws UserError if it does not
     */
    public TriedCaptioner tried(Picture picture) {
        try (NDManager scope = model.network().newScope()) {
            NDArray image = PictureBatch.array(scope, List.of(preprocessing.apply(picture)));
            int begin = model.tokenizer().specials().begin();
            int end = model.tokenizer().specials().end();
            // two tokens: what a program has fixed to one shows
            NDArray ids = model.ids(scope, List.of(List.of(new int[] {begin, end})));
            Inputs trial = CaptionNetwork.inputs(image, ids);
            int vocabulary = vocabulary(logits(scope, trial));
            List<String> facts = new ArrayList<>();
            List<LayerRun> chosen =
                    layers.layers(
                            model.network(),
                            scope,
                            trial,
                            () -> model.network().usualLayer(scope, trial),
                            facts);
            return new TriedCaptioner(
                    places, model, preprocessing, vocabulary, chosen, layers, facts);
        }
    }

    private NDArray logits(NDManager scope, Inputs trial) {
        return places.at(
                "model",
                () -> {
                    try {
                        return model.network()
                                .run(scope, trial, PassRequest.PLAIN)
                                .outputs()
                                .get(CaptionNetwork.LOGITS);
                    } catch (NetworkFailure e) {
                        throw new UserError(
                                "%s; the picture tried was %s (pictures, channels, height, width), with two tokens"
                                        .formatted(e.getMessage(), trial.imageArray().getShape()),
                                e);
                    }
                });
    }

    private int vocabulary(NDArray logits) {
        Shape shape = logits.getShape();
        int found = Math.toIntExact(shape.get(shape.dimension() - 1));
        int known = model.tokenizer().vocabularySize();
        int rounded = (known + ROUNDED - 1) / ROUNDED * ROUNDED;
        if (found < known || found > rounded) {
            throw places.error(
                    "model.tokenizer",
                    "the tokenizer knows %d tokens, and the network gives %d numbers for each place, so they do not belong together"
                            .formatted(known, found));
        }
        return found;
    }
}
