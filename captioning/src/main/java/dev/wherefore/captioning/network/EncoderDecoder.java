package dev.wherefore.captioning.network;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.captioning.decoder.TextDecoder;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.explain.LayerChoice;
import dev.wherefore.core.network.FeatureNetwork;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.Layer;
import dev.wherefore.core.network.LayerShape;
import dev.wherefore.core.network.LayerWeights;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.Outputs;
import dev.wherefore.core.network.Pass;
import dev.wherefore.core.network.PassRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A captioner of two parts: an image network, which is tapped, and a decoder of its features. What
 * the image network gives is a layer too, {@link FeatureNetwork#OUTPUT}. Cuts are made in the image
 * network alone: the decoder's ReLUs are no pixels'.
 */
public final class EncoderDecoder implements CaptionNetwork {

    private static final int PICTURE = 4;
    private static final int TOKENS = 3;

    private final FeatureNetwork encoder;
    private final TextDecoder decoder;

    /**
     * Constructs a captioner.
     *
     * @param encoder the image network, closed with this
     * @param features the name of its output that the decoder takes, {@code ""} for the main one
     * @param decoder the decoder, closed with this
     */
    public EncoderDecoder(Network encoder, String features, TextDecoder decoder) {
        this.encoder = new FeatureNetwork(encoder, features);
        this.decoder = decoder;
    }

    @Override
    public List<Layer> layers() {
        return encoder.layers();
    }

    @Override
    public Pass run(NDManager scope, Inputs inputs, PassRequest request) {
        Pass seen = encoder.run(scope, Inputs.of(inputs.imageArray()), request);
        try (GradientMode mode = request.recorded() ? GradientMode.on() : GradientMode.off()) {
            NDArray features = seen.outputs().get(FeatureNetwork.FEATURES);
            NDArray ids = inputs.arguments().get(1).get(0);
            long times = features.getShape().get(0) / ids.getShape().get(0);
            NDArray logits =
                    decoder.logits(scope, features, times > 1 ? ids.repeat(0, times) : ids);
            return new Pass(
                    new Outputs(Map.of(LOGITS, logits)), seen.input(), seen.taps(), seen.cuts());
        }
    }

    @Override
    public List<LayerShape> shapes(NDManager scope, Inputs inputs) {
        return encoder.shapes(scope, Inputs.of(inputs.imageArray()));
    }

    @Override
    public Map<String, NDArray> biases(NDManager scope) {
        return encoder.biases(scope);
    }

    @Override
    public LayerChoice usualLayer(NDManager scope, Inputs trial) {
        Shape given = encoder.features(scope, trial.imageArray()).getShape();
        boolean places =
                given.dimension() == PICTURE
                        ? given.get(2) * given.get(3) > 1
                        : given.dimension() == TOKENS && given.get(1) > 1;
        return places
                ? new LayerChoice(
                        FeatureNetwork.OUTPUT,
                        "what the image network gives and the decoder looks at, " + given,
                        Set.of(FeatureNetwork.OUTPUT))
                : LayerChoice.of(
                        encoder.inside(),
                        encoder.inside().shapes(scope, Inputs.of(trial.imageArray())),
                        given.get(given.dimension() - 1));
    }

    @Override
    public Seen see(NDManager scope, NDArray images) {
        NDArray given = encoder.features(scope, images);
        return (inner, picture, ids) -> {
            try (GradientMode off = GradientMode.off();
                    NDArray one = given.get(picture + ":" + (picture + 1))) {
                return decoder.logits(inner, one, ids.expandDims(0)).squeeze(0);
            }
        };
    }

    @Override
    public List<LayerWeights> weights() {
        return LayerWeights.joined(encoder.weights(), decoder.weights(), "decoder");
    }

    @Override
    public NDManager newScope() {
        return encoder.newScope();
    }

    @Override
    public Device device() {
        return encoder.device();
    }

    @Override
    public void close() {
        decoder.close();
        encoder.close();
    }
}
