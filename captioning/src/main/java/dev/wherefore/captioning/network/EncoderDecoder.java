package dev.wherefore.captioning.network;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.captioning.decoder.TextDecoder;
import dev.wherefore.core.NearMatches;
import dev.wherefore.core.UserError;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.explain.LayerChoice;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.Layer;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.LayerShape;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.Outputs;
import dev.wherefore.core.network.Pass;
import dev.wherefore.core.network.PassRequest;
import dev.wherefore.core.network.Tapped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A captioner of two parts: an image network, which is tapped, and a decoder of its features. What
 * the image network gives is a layer too, {@link #OUTPUT}, even of a network whose own layers
 * cannot be tapped. Cuts are made in the image network alone: the decoder's ReLUs are no pixels'.
 */
public final class EncoderDecoder implements CaptionNetwork {

    /** The name of the image network's output as a layer; no layer of Python's can be called so. */
    public static final String OUTPUT = "encoder-output";

    private static final int PICTURE = 4;
    private static final int TOKENS = 3;

    private final Network encoder;
    private final String features;
    private final TextDecoder decoder;

    /**
     * Constructs a captioner.
     *
     * @param encoder the image network, closed with this
     * @param features the name of its output that the decoder takes, {@code ""} for the main one
     * @param decoder the decoder, closed with this
     */
    public EncoderDecoder(Network encoder, String features, TextDecoder decoder) {
        this.encoder = encoder;
        this.features = features;
        this.decoder = decoder;
    }

    @Override
    public List<Layer> layers() {
        List<Layer> layers = new ArrayList<>(encoder.layers());
        layers.add(new Layer(OUTPUT, "Features", Optional.empty()));
        return layers;
    }

    @Override
    public Pass run(NDManager scope, Inputs inputs, PassRequest request) {
        List<LayerRun> inside = request.taps().stream().filter(t -> !isOutput(t)).toList();
        inside.forEach(this::requireNoSlip);
        Pass seen =
                encoder.run(
                        scope,
                        Inputs.of(inputs.imageArray()),
                        new PassRequest(
                                inside,
                                request.rowsPerImage(),
                                request.cutRelus(),
                                request.inputGradient()));
        boolean graph = request.inputGradient() || !request.taps().isEmpty();
        try (GradientMode mode = graph ? GradientMode.on() : GradientMode.off()) {
            NDArray given = seen.outputs().get(features);
            Optional<Tapped> output =
                    request.taps().stream()
                            .filter(EncoderDecoder::isOutput)
                            .findFirst()
                            .map(place -> tap(scope, place, given, inputs.batch(), request));
            NDArray next = output.map(tapped -> rows(given, tapped)).orElse(given);
            NDArray ids = inputs.arguments().get(1).get(0);
            long times = next.getShape().get(0) / ids.getShape().get(0);
            NDArray logits = decoder.logits(scope, next, times > 1 ? ids.repeat(0, times) : ids);
            return new Pass(
                    new Outputs(Map.of(LOGITS, logits)),
                    seen.input(),
                    inOrder(request.taps(), seen.taps(), output),
                    seen.cuts());
        }
    }

    /** The image network knows nothing of the layer that its output is, and could not name it. */
    private void requireNoSlip(LayerRun place) {
        String hint = NearMatches.hint(place.layer(), List.of(OUTPUT));
        boolean known = encoder.layers().stream().anyMatch(l -> l.name().equals(place.layer()));
        if (!known && !hint.isEmpty()) {
            throw new UserError("the captioner has no layer '" + place.layer() + "'" + hint);
        }
    }

    private static boolean isOutput(LayerRun place) {
        return place.layer().equals(OUTPUT);
    }

    /** The output's copy, and zeros of as many rows as are wanted. */
    private static Tapped tap(
            NDManager scope, LayerRun place, NDArray given, long batch, PassRequest request) {
        NDArray activation = given.stopGradient();
        boolean repeat = request.rowsPerImage() > 1 && given.getShape().get(0) == batch;
        long rows = given.getShape().get(0) * (repeat ? request.rowsPerImage() : 1);
        Shape shape = new Shape(rows).addAll(given.getShape().slice(1));
        NDArray probe = scope.zeros(shape, given.getDataType());
        probe.setRequiresGradient(true);
        return new Tapped(place, activation, probe);
    }

    private static NDArray rows(NDArray given, Tapped tapped) {
        long times = tapped.probe().getShape().get(0) / given.getShape().get(0);
        return (times > 1 ? given.repeat(0, times) : given).add(tapped.probe());
    }

    private static List<Tapped> inOrder(
            List<LayerRun> wanted, List<Tapped> inside, Optional<Tapped> output) {
        List<Tapped> taps = new ArrayList<>();
        int next = 0;
        for (LayerRun place : wanted) {
            taps.add(isOutput(place) ? output.orElseThrow() : inside.get(next++));
        }
        return taps;
    }

    @Override
    public List<LayerShape> shapes(NDManager scope, Inputs inputs) {
        Inputs image = Inputs.of(inputs.imageArray());
        List<LayerShape> shapes = new ArrayList<>(encoder.shapes(scope, image));
        shapes.add(new LayerShape(OUTPUT, 1, output(scope, image).getShape()));
        return shapes;
    }

    private NDArray output(NDManager scope, Inputs image) {
        return encoder.run(scope, image, PassRequest.PLAIN).outputs().get(features);
    }

    @Override
    public LayerChoice usualLayer(NDManager scope, Inputs trial) {
        Shape given = output(scope, Inputs.of(trial.imageArray())).getShape();
        boolean places =
                given.dimension() == PICTURE
                        ? given.get(2) * given.get(3) > 1
                        : given.dimension() == TOKENS && given.get(1) > 1;
        return places
                ? new LayerChoice(
                        OUTPUT,
                        "what the image network gives and the decoder looks at, " + given,
                        Set.of(OUTPUT))
                : LayerChoice.of(
                        encoder,
                        encoder.shapes(scope, Inputs.of(trial.imageArray())),
                        given.get(given.dimension() - 1));
    }

    @Override
    public Seen see(NDManager scope, NDArray images) {
        NDArray given = output(scope, Inputs.of(images));
        return (inner, picture, ids) -> {
            try (GradientMode off = GradientMode.off();
                    NDArray one = given.get(picture + ":" + (picture + 1))) {
                return decoder.logits(inner, one, ids.expandDims(0)).squeeze(0);
            }
        };
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
