package dev.wherefore.captioning.decoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Embedding;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import dev.wherefore.core.network.block.Draw;
import dev.wherefore.core.network.block.NamedParameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A decoder that knows a picture by how much there is of each feature and where on the whole: each
 * channel's mean, and its mean weighted by the places' x and by their y. An LSTM over the words
 * said so far begins with this gist, and opens and closes gates on it before each word.
 *
 * <p>Features {@code (R, C, h, w)} and token ids {@code (R, S, T)}, S captions for each picture,
 * make logits {@code (R, S, T, V)}: position t is about the token after t. A row depends on no
 * other row, and a position on no later token.
 *
 * <p>Since nothing but means reaches the words, a word's gradient is the same at all places but for
 * a part that grows with x and y and whose mean is 0: what Grad-CAM takes for a channel's weight is
 * what that channel weighs. (A first version looked at the places by soft attention. Its captions
 * were as true, but attention leaves it open what places mean that it does not look at, and
 * Grad-CAM pointed right in a third of the cases only.)
 *
 * @see <a href="https://arxiv.org/abs/1411.4555">Vinyals et al., Show and Tell: A Neural Image
 *     Caption Generator, 2015</a>
 */
public final class PoolingDecoder extends AbstractBlock {

    /** How many means are taken of a channel. */
    static final int MOMENTS = 3;

    private static final int GATES = 4;

    private final DecoderConfig config;
    private final Map<String, NamedParameters.Slot> slots = new LinkedHashMap<>();
    private final Parameter embedding;
    private final List<Parameter> lstm = new ArrayList<>();
    private final Affine gist;
    private final Affine begin;
    private final Affine gate;
    private final Affine say;
    private final Affine words;

    /** A linear layer's parameters. */
    private record Affine(Parameter weight, Parameter bias) {}

    /**
     * Constructs a decoder without values in its parameters.
     *
     * @param config its sizes
     */
    public PoolingDecoder(DecoderConfig config) {
        this.config = config;
        int hidden = config.hidden();
        long all = (long) GATES * hidden;
        embedding =
                slot(
                        "embed.weight",
                        Parameter.Type.WEIGHT,
                        new Shape(config.vocabulary(), config.embedding()),
                        new Draw.Normal(1 / Math.sqrt(config.embedding())));
        Draw draw = Draw.Uniform.ofInputs(hidden);
        lstm.add(gateSlot("weight_ih_l0", new Shape(all, config.embedding()), draw));
        lstm.add(gateSlot("weight_hh_l0", new Shape(all, hidden), draw));
        lstm.add(gateSlot("bias_ih_l0", new Shape(all), draw));
        lstm.add(gateSlot("bias_hh_l0", new Shape(all), draw));
        gist = affine("gist", MOMENTS * config.channels(), config.gist());
        begin = affine("begin", config.gist(), 2 * hidden);
        gate = affine("gate", hidden, config.gist());
        say = affine("say", hidden + config.gist(), hidden);
        words = affine("words", hidden, config.vocabulary());
    }

    private Parameter gateSlot(String name, Shape shape, Draw draw) {
        return slot("lstm." + name, Parameter.Type.WEIGHT, shape, draw);
    }

    private Affine affine(String name, int in, int out) {
        Draw draw = Draw.Uniform.ofInputs(in);
        return new Affine(
                slot(name + ".weight", Parameter.Type.WEIGHT, new Shape(out, in), draw),
                slot(name + ".bias", Parameter.Type.BIAS, new Shape(out), draw));
    }

    private Parameter slot(String name, Parameter.Type type, Shape shape, Draw draw) {
        Parameter parameter =
                addParameter(
                        Parameter.builder().setName(name).setType(type).optShape(shape).build());
        slots.put(name, new NamedParameters.Slot(parameter, draw));
        return parameter;
    }

    /**
     * Returns what the decoder was made from.
     *
     * @return its sizes
     */
    public DecoderConfig config() {
        return config;
    }

    /**
     * Returns the parameters by name, to be given values, trained and saved.
     *
     * @return the decoder's own
     */
    public NamedParameters parameters() {
        return new NamedParameters(slots);
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store,
            NDList inputs,
            boolean training,
            @Nullable PairList<String, Object> params) {
        NDArray features = inputs.get(0);
        NDArray ids = inputs.get(1);
        NDManager outer = features.getManager();
        try (NDManager scope = outer.newSubManager()) {
            scope.tempAttachAll(inputs);
            // (R, 1, G)
            NDArray known = Activation.relu(linear(store, gist, moments(features))).expandDims(1);
            NDArray said = said(store, known, ids);
            NDArray open = Activation.sigmoid(linear(store, gate, said)).mul(known);
            NDArray state =
                    Activation.relu(linear(store, say, NDArrays.concat(new NDList(said, open), 2)));
            Shape shape = ids.getShape();
            NDArray logits =
                    linear(store, words, state)
                            .reshape(shape.get(0), shape.get(1), shape.get(2), config.vocabulary());
            logits.attach(outer);
            return new NDList(logits);
        }
    }

    /** Each channel's mean, and its means weighted by x and y from -1 to 1, {@code (R, 3C)}. */
    private static NDArray moments(NDArray features) {
        Shape shape = features.getShape();
        NDManager scope = features.getManager();
        NDArray columns = features.mean(new int[] {2});
        NDArray rows = features.mean(new int[] {3});
        NDArray x = columns.mul(coordinates(scope, shape.get(3))).mean(new int[] {2});
        NDArray y = rows.mul(coordinates(scope, shape.get(2))).mean(new int[] {2});
        return NDArrays.concat(new NDList(columns.mean(new int[] {2}), x, y), 1);
    }

    /** The middles of places from -1 to 1, in the engine's own memory. */
    private static NDArray coordinates(NDManager scope, long places) {
        return scope.arange(0, (int) places, 1, DataType.FLOAT32).add(0.5).mul(2.0 / places).sub(1);
    }

    /** The LSTM's states {@code (R, S * T, H)} after each token. */
    private NDArray said(ParameterStore store, NDArray known, NDArray ids) {
        long rows = ids.getShape().get(0);
        long each = ids.getShape().get(1);
        long length = ids.getShape().get(2);
        int hidden = config.hidden();
        NDArray first = Activation.tanh(linear(store, begin, known.squeeze(1))).repeat(0, each);
        NDArray h = first.get(":, :{}", hidden).expandDims(0);
        NDArray c = first.get(":, {}:", hidden).expandDims(0);
        NDArray tokens = ids.reshape(rows * each, length).toType(DataType.INT64, false);
        NDArray embedded =
                Embedding.embedding(tokens, value(store, embedding, ids), SparseFormat.DENSE)
                        .singletonOrThrow();
        NDList gates = new NDList();
        lstm.forEach(parameter -> gates.add(value(store, parameter, ids)));
        // as in training also where nothing is trained: cuDNN goes no other way back
        return embedded.getNDArrayInternal()
                .lstm(embedded, new NDList(h, c), gates, true, 1, 0, true, false, true)
                .get(0)
                .reshape(rows, each * length, hidden);
    }

    private static NDArray linear(ParameterStore store, Affine layer, NDArray input) {
        return input.getNDArrayInternal()
                .linear(
                        input,
                        value(store, layer.weight(), input),
                        value(store, layer.bias(), input))
                .singletonOrThrow();
    }

    private static NDArray value(ParameterStore store, Parameter parameter, NDArray like) {
        return store.getValue(parameter, like.getDevice(), true);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        return new Shape[] {inputShapes[1].add(config.vocabulary())};
    }
}
