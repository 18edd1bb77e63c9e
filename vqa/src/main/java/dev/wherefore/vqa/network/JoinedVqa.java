package dev.wherefore.vqa.network;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.explain.LayerChoice;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.Layer;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.LayerShape;
import dev.wherefore.core.network.LayerWeights;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.Outputs;
import dev.wherefore.core.network.Pass;
import dev.wherefore.core.network.PassRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A VQA network of one part, which takes pictures and questions at once: {@code (images (B, C, H,
 * W), ids (B, L), …)} in, answers out. Where rows are made at a tapped layer of the picture, what
 * comes before it runs once for all questions about a picture; else it runs once for each.
 */
public final class JoinedVqa implements VqaNetwork {

    private final Network network;
    private final GivenInputs given;
    private final String output;
    private final String imagePart;
    private final Optional<LayerRun> words;
    private final AnswerForm form;

    /**
     * Constructs a network.
     *
     * @param network the network, closed with this
     * @param given how its inputs are filled
     * @param output the name of the output that holds the logits, {@code ""} for the main one
     * @param imagePart the layer that is the image network, in which alone ReLUs are cut; {@code
     *     ""} for the whole network
     * @param words the layer that embeds the question's tokens, if there is one
     * @param form how it gives its answers
     */
    public JoinedVqa(
            Network network,
            GivenInputs given,
            String output,
            String imagePart,
            Optional<LayerRun> words,
            AnswerForm form) {
        this.network = network;
        this.given = given;
        this.output = output;
        this.imagePart = imagePart;
        this.words = words;
        this.form = form;
    }

    @Override
    public List<Layer> layers() {
        return network.layers();
    }

    @Override
    public Pass run(NDManager scope, Inputs inputs, PassRequest request) {
        NDArray ids = inputs.arguments().get(1).get(0);
        long questions = ids.getShape().get(1);
        NDArray flat = ids.reshape(-1, ids.getShape().get(2));
        int[] about = about(inputs, (int) flat.getShape().get(0));
        boolean madeAtTap =
                request.rowsPerImage() > 1
                        && request.taps().stream().anyMatch(t -> words.filter(t::equals).isEmpty());
        NDArray images = inputs.imageArray();
        NDArray repeated = madeAtTap || questions == 1 ? images : images.repeat(0, questions);
        Optional<String> cuts = request.cutRelus().map(all -> all.isEmpty() ? imagePart : all);
        Pass pass =
                network.run(
                        scope,
                        given.inputs(scope, repeated, flat, form.given(scope, about)),
                        new PassRequest(
                                request.taps(),
                                madeAtTap ? request.rowsPerImage() : 1,
                                cuts,
                                request.inputGradient(),
                                request.added()));
        try (GradientMode mode = request.recorded() ? GradientMode.on() : GradientMode.off()) {
            NDArray scores = form.scores(scope, pass.outputs().get(output), about);
            return new Pass(
                    new Outputs(Map.of(LOGITS, scores)), pass.input(), pass.taps(), pass.cuts());
        }
    }

    /** The answer that each row is about; the first where nothing is said. */
    private static int[] about(Inputs inputs, int rows) {
        return inputs.arguments().size() > 2
                ? Arrays.stream(inputs.arguments().get(2).get(0).toLongArray())
                        .mapToInt(Math::toIntExact)
                        .toArray()
                : new int[rows];
    }

    @Override
    public List<LayerShape> shapes(NDManager scope, Inputs inputs) {
        NDArray ids = inputs.arguments().get(1).get(0);
        NDArray first = ids.get(":, 0");
        NDArray answers = form.given(scope, new int[(int) first.getShape().get(0)]);
        return network.shapes(scope, given.inputs(scope, inputs.imageArray(), first, answers));
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
                        .filter(s -> words.filter(w -> w.layer().equals(s.layer())).isEmpty())
                        .toList();
        Shape logits = run(scope, trial, PassRequest.PLAIN).outputs().get(LOGITS).getShape();
        return LayerChoice.of(network, inside, logits.get(1));
    }

    private boolean isInside(String layer) {
        return layer.equals(imagePart) || layer.startsWith(imagePart + ".");
    }

    @Override
    public Optional<LayerRun> words() {
        return words;
    }

    @Override
    public Seen see(NDManager scope, NDArray images) {
        return (inner, picture, ids) -> {
            int rows = (int) ids.getShape().get(0);
            try (NDArray one = images.get(picture + ":" + (picture + 1))) {
                return form.all(
                        rows,
                        about -> {
                            long[] numbers = Arrays.stream(about).asLongStream().toArray();
                            Inputs inputs =
                                    VqaNetwork.inputs(
                                            one,
                                            ids.expandDims(0),
                                            inner.create(numbers, new Shape(1, rows)));
                            return run(inner, inputs, PassRequest.PLAIN).outputs().get(LOGITS);
                        });
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
