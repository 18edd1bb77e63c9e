package dev.wherefore.vqa.network;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.NearMatches;
import dev.wherefore.core.UserError;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.explain.LayerChoice;
import dev.wherefore.core.network.FeatureNetwork;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.Layer;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.LayerShape;
import dev.wherefore.core.network.LayerWeights;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.Outputs;
import dev.wherefore.core.network.Pass;
import dev.wherefore.core.network.PassRequest;
import dev.wherefore.core.network.Tapped;
import dev.wherefore.vqa.head.AnswerHead;
import dev.wherefore.vqa.head.FilmHead;
import dev.wherefore.vqa.head.HeadTap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A VQA network of two parts: an image network, which runs once for all questions about a picture,
 * and an answer head. Layers of both can be tapped. Cuts are made in the image network alone: the
 * head's ReLUs are no pixels'.
 */
public final class EncoderHead implements VqaNetwork {

    private final FeatureNetwork encoder;
    private final AnswerHead head;

    /**
     * Constructs a network.
     *
     * @param encoder the image network, closed with this
     * @param features the name of its output that the head takes, {@code ""} for the main one
     * @param head the answer head, closed with this
     */
    public EncoderHead(Network encoder, String features, AnswerHead head) {
        this.encoder = new FeatureNetwork(encoder, features);
        this.head = head;
    }

    @Override
    public List<Layer> layers() {
        List<Layer> layers = new ArrayList<>(encoder.layers());
        layers.addAll(head.layers());
        return layers;
    }

    private boolean isInHead(LayerRun place) {
        return head.layers().stream().anyMatch(layer -> layer.name().equals(place.layer()));
    }

    /** The image network knows nothing of the head's layers, and could not name them. */
    private void requireNoSlip(LayerRun place) {
        List<String> own = head.layers().stream().map(Layer::name).toList();
        String hint = NearMatches.hint(place.layer(), own);
        boolean known = layers().stream().anyMatch(l -> l.name().equals(place.layer()));
        if (!known && !hint.isEmpty()) {
            throw new UserError("the network has no layer '" + place.layer() + "'" + hint);
        }
    }

    @Override
    public Pass run(NDManager scope, Inputs inputs, PassRequest request) {
        request.taps().forEach(this::requireNoSlip);
        Pass seen =
                encoder.run(
                        scope,
                        Inputs.of(inputs.imageArray()),
                        request.withTaps(
                                request.taps().stream().filter(t -> !isInHead(t)).toList()));
        Map<String, Tapped> tapped = new LinkedHashMap<>();
        seen.taps().forEach(tap -> tapped.put(tap.place().layer(), tap));
        try (GradientMode mode = request.recorded() ? GradientMode.on() : GradientMode.off()) {
            NDArray ids = inputs.arguments().get(1).get(0);
            NDArray flat = ids.reshape(-1, ids.getShape().get(2));
            HeadTap taps = (layer, given) -> tap(scope, request, tapped, layer, given);
            NDArray features = seen.outputs().get(FeatureNetwork.FEATURES);
            NDArray logits = head.logits(scope, features, flat, taps);
            return new Pass(
                    new Outputs(Map.of(LOGITS, logits)),
                    seen.input(),
                    request.taps().stream().map(t -> found(tapped, t)).toList(),
                    seen.cuts());
        }
    }

    /** The head has a row for each question by itself, and so has the probe. */
    private static NDArray tap(
            NDManager scope,
            PassRequest request,
            Map<String, Tapped> tapped,
            String layer,
            NDArray given) {
        Optional<LayerRun> place =
                request.taps().stream().filter(t -> t.layer().equals(layer)).findFirst();
        if (place.isEmpty()) {
            return given;
        }
        NDArray activation = given.stopGradient().duplicate();
        activation.attach(scope);
        NDArray probe = request.probe(scope, place.get(), given.getShape(), given.getDataType());
        tapped.put(layer, new Tapped(place.get(), activation, probe));
        return given.add(probe);
    }

    private static Tapped found(Map<String, Tapped> tapped, LayerRun place) {
        Tapped found = tapped.get(place.layer());
        if (found == null) {
            throw new IllegalStateException("the layer '" + place + "' did not run");
        }
        return found;
    }

    @Override
    public List<LayerShape> shapes(NDManager scope, Inputs inputs) {
        List<LayerShape> shapes =
                new ArrayList<>(encoder.shapes(scope, Inputs.of(inputs.imageArray())));
        NDArray ids = inputs.arguments().get(1).get(0);
        try (GradientMode off = GradientMode.off()) {
            head.logits(
                    scope,
                    encoder.features(scope, inputs.imageArray()),
                    ids.reshape(-1, ids.getShape().get(2)),
                    (layer, given) -> {
                        if (head.layers().stream().noneMatch(l -> l.name().equals(layer))) {
                            return given;
                        }
                        shapes.add(new LayerShape(layer, 1, given.getShape()));
                        return given;
                    });
        }
        return shapes;
    }

    @Override
    public Map<String, NDArray> biases(NDManager scope) {
        return encoder.biases(scope);
    }

    @Override
    public LayerChoice usualLayer(NDManager scope, Inputs trial) {
        Optional<LayerShape> fused =
                shapes(scope, trial).stream()
                        .filter(s -> s.layer().equals(FilmHead.FUSED))
                        .findFirst();
        if (fused.isPresent()) {
            return choice(FilmHead.FUSED, "the places after the question has acted on them", fused);
        }
        Shape given = encoder.features(scope, trial.imageArray()).getShape();
        boolean places = given.dimension() == 4 && given.get(2) * given.get(3) > 1;
        if (places) {
            return new LayerChoice(
                    FeatureNetwork.OUTPUT,
                    "what the image network gives and the head looks at, " + given,
                    Set.of(FeatureNetwork.OUTPUT));
        }
        return LayerChoice.of(
                encoder.inside(),
                encoder.inside().shapes(scope, Inputs.of(trial.imageArray())),
                given.get(given.dimension() - 1));
    }

    private static LayerChoice choice(String layer, String reason, Optional<LayerShape> shape) {
        return new LayerChoice(
                layer, reason + shape.map(s -> ", " + s.shape()).orElse(""), Set.of(layer));
    }

    @Override
    public Optional<LayerRun> words() {
        return head.layers().stream()
                .filter(layer -> layer.name().equals(FilmHead.WORDS))
                .map(layer -> LayerRun.parse(layer.name()))
                .findFirst();
    }

    @Override
    public Seen see(NDManager scope, NDArray images) {
        NDArray given = encoder.features(scope, images);
        return (inner, picture, ids) -> {
            try (GradientMode off = GradientMode.off();
                    NDArray one = given.get(picture + ":" + (picture + 1))) {
                return head.logits(inner, one, ids, HeadTap.NONE);
            }
        };
    }

    @Override
    public List<LayerWeights> weights() {
        return LayerWeights.joined(encoder.weights(), head.weights(), "head");
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
        head.close();
        encoder.close();
    }
}
