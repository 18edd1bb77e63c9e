package dev.wherefore.captioning.network;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.UserError;
import dev.wherefore.core.explain.LayerChoice;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.Layer;
import dev.wherefore.core.network.LayerShape;
import dev.wherefore.core.network.LayerWeights;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.Outputs;
import dev.wherefore.core.network.Pass;
import dev.wherefore.core.network.PassRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A captioner of one part, which takes pictures and token ids at once: {@code (images (B, C, H, W),
 * ids (B, T))} in, logits {@code (B, T, V)} out. It can be asked about one beginning of each
 * picture's caption at a time.
 */
public final class JoinedNetwork implements CaptionNetwork {

    private final Network network;
    private final String output;
    private final String imagePart;

    /**
     * Constructs a captioner.
     *
     * @param network the network, closed with this
     * @param output the name of the output that holds the logits, {@code ""} for the main one
     * @param imagePart the layer that is the image network, in which alone ReLUs are cut; {@code
     *     ""} for the whole network
     */
    public JoinedNetwork(Network network, String output, String imagePart) {
        this.network = network;
        this.output = output;
        this.imagePart = imagePart;
    }

    @Override
    public List<Layer> layers() {
        return network.layers();
    }

    @Override
    public Pass run(NDManager scope, Inputs inputs, PassRequest request) {
        Optional<String> cuts = request.cutRelus().map(all -> all.isEmpty() ? imagePart : all);
        Pass pass =
                network.run(
                        scope,
                        flat(inputs),
                        new PassRequest(
                                request.taps(),
                                request.rowsPerImage(),
                                cuts,
                                request.inputGradient(),
                                request.added()));
        NDArray logits = logits(pass, inputs.arguments().get(1).get(0).getShape().get(2));
        Map<String, NDArray> outputs = new LinkedHashMap<>();
        outputs.put(LOGITS, logits.expandDims(1));
        return new Pass(new Outputs(outputs), pass.input(), pass.taps(), pass.cuts());
    }

    private NDArray logits(Pass pass, long length) {
        NDArray logits = pass.outputs().get(output);
        Shape shape = logits.getShape();
        if (shape.dimension() != 3 || shape.get(1) != length) {
            throw new UserError(
                    "a captioner must give (captions, tokens, vocabulary), for %d tokens it gives %s"
                            .formatted(length, shape));
        }
        return logits.toType(DataType.FLOAT32, false);
    }

    /** Pictures and ids as the network takes them: one beginning for each picture. */
    private static Inputs flat(Inputs inputs) {
        NDArray ids = inputs.arguments().get(1).get(0);
        if (ids.getShape().get(1) != 1) {
            throw new UserError(
                    "a network that takes picture and words at once can compare words of one token"
                            + " alone, not of several");
        }
        return CaptionNetwork.inputs(inputs.imageArray(), ids.squeeze(1));
    }

    @Override
    public List<LayerShape> shapes(NDManager scope, Inputs inputs) {
        return network.shapes(scope, flat(inputs));
    }

    @Override
    public Map<String, NDArray> biases(NDManager scope) {
        return network.biases(scope);
    }

    @Override
    public LayerChoice usualLayer(NDManager scope, Inputs trial) {
        List<LayerShape> inside =
                shapes(scope, trial).stream()
                        .filter(s -> imagePart.isEmpty() || isInside(s.layer()))
                        .toList();
        Shape given = run(scope, trial, PassRequest.PLAIN).outputs().get(LOGITS).getShape();
        return LayerChoice.of(network, inside, given.get(given.dimension() - 1));
    }

    private boolean isInside(String layer) {
        return layer.equals(imagePart) || layer.startsWith(imagePart + ".");
    }

    @Override
    public Seen see(NDManager scope, NDArray images) {
        return (inner, picture, ids) -> {
            long beginnings = ids.getShape().get(0);
            try (NDArray one = images.get(picture + ":" + (picture + 1));
                    NDArray repeated = one.repeat(0, beginnings)) {
                Inputs inputs = CaptionNetwork.inputs(repeated, ids);
                Pass pass = network.run(inner, inputs, PassRequest.PLAIN);
                return logits(pass, ids.getShape().get(1));
            }
        };
    }

    @Override
    public List<LayerWeights> weights() {
        return network.weights();
    }

    @Override
    public NDManager newScope() {
        return network.newScope();
    }

    @Override
    public Device device() {
        return network.device();
    }

    @Override
    public void close() {
        network.close();
    }
}
