package dev.wherefore.captioning.decoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Embedding;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import dev.wherefore.core.network.block.Draw;
import dev.wherefore.core.network.block.NamedBlock;
import dev.wherefore.core.network.block.PlaceCodes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decoder that looks at the picture before each word: an LSTM over the words said so far, whose
 * state begins with the mean of the features, and for each word some looks at the places of the
 * picture (scaled dot-product attention), each knowing what the ones before it have seen. What the
 * LSTM says and what was seen add up to the logits: the one knows which words may follow, the other
 * which fit the place.
 *
 * <p>Features {@code (R, C, h, w)} and token ids {@code (R, S, T)}, S captions for each picture,
 * make logits {@code (R, S, T, V)}: position t is about the token after t. A row depends on no
 * other row, and a position on no later token.
 *
 * <p>Attention alone leaves it open what a place would say that nobody looks at, and maps made of
 * channels' mean gradients (Grad-CAM) light up there. So the decoder also learns to tell from the
 * sum of all places which words fit the picture ({@link #fitting}), by the same reading of a place:
 * a place without a bus must not speak of one. (That helps, and is not enough: the bundled
 * captioner's card has the numbers.)
 *
 * @see <a href="https://arxiv.org/abs/1411.4555">Vinyals et al., Show and Tell: A Neural Image
 *     Caption Generator, 2015: the LSTM</a>
 * @see <a href="https://arxiv.org/abs/1612.01887">Lu et al., Knowing When to Look, 2017, section
 *     2.2: the LSTM's state asks, and what is seen joins it before the word is said</a>
 */
public final class LookingDecoder extends NamedBlock {

    private final DecoderConfig config;
    private final Parameter embedding;
    private final List<Parameter> lstm;
    private final Affine begin;
    private final Affine places;
    private final List<Affine> asking = new ArrayList<>();
    private final Affine gate;
    private final Affine say;
    private final Affine words;
    private final Affine reading;

    /**
     * Constructs a decoder without values in its parameters.
     *
     * @param config its sizes
     */
    public LookingDecoder(DecoderConfig config) {
        this.config = config;
        int hidden = config.hidden();
        int seen = config.attention();
        embedding =
                weight(
                        "embed.weight",
                        new Shape(config.vocabulary(), config.embedding()),
                        new Draw.Normal(1 / Math.sqrt(config.embedding())));
        lstm = lstm(config.embedding(), hidden);
        begin = affine("begin", config.channels(), 2 * hidden);
        places = affine("places", config.channels() + PlaceCodes.NUMBERS, 2 * seen);
        for (int look = 0; look < config.looks(); look++) {
            asking.add(affine("ask." + look, hidden + look * seen, seen));
        }
        gate = affine("gate", hidden, seen);
        say = affine("say", hidden, hidden);
        words = affine("words", hidden, config.vocabulary());
        reading = affine("read", seen, config.vocabulary());
    }

    /**
     * Returns what the decoder was made from.
     *
     * @return its sizes
     */
    public DecoderConfig config() {
        return config;
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
            NDArray said = said(store, features, ids);
            NDArray seen = seen(store, known(store, features), said);
            NDArray open = Activation.sigmoid(linear(store, gate, said)).mul(seen);
            NDArray spoken = Activation.relu(linear(store, say, said));
            Shape shape = ids.getShape();
            NDArray logits =
                    linear(store, words, spoken)
                            .add(linear(store, reading, open))
                            .reshape(shape.get(0), shape.get(1), shape.get(2), config.vocabulary());
            logits.attach(outer);
            return new NDList(logits);
        }
    }

    /**
     * Returns which words fit a picture, whatever is said before them.
     *
     * @param store where the parameters' values are
     * @param features {@code (R, C, h, w)}
     * @return {@code (R, V)}, logits of words each of which fits or does not
     */
    public NDArray fitting(ParameterStore store, NDArray features) {
        NDManager outer = features.getManager();
        try (NDManager scope = outer.newSubManager()) {
            scope.tempAttachAll(new NDList(features));
            NDArray values = values(known(store, features));
            // the sum is as large as what is seen of an object that covers a few places
            NDArray scale = number(values, 1 / Math.sqrt((double) values.getShape().get(1)));
            NDArray fits = linear(store, reading, values.sum(new int[] {1}).mul(scale));
            fits.attach(outer);
            return fits;
        }
    }

    /** The LSTM's states {@code (R, S * T, H)} after each token. */
    private NDArray said(ParameterStore store, NDArray features, NDArray ids) {
        long rows = ids.getShape().get(0);
        long each = ids.getShape().get(1);
        long length = ids.getShape().get(2);
        int hidden = config.hidden();
        NDArray mean = features.mean(new int[] {3}).mean(new int[] {2});
        NDArray first = Activation.tanh(linear(store, begin, mean)).repeat(0, each);
        // copies: cuDNN refuses parts of a larger array
        NDArray h = first.get(":, :{}", hidden).expandDims(0).duplicate();
        NDArray c = first.get(":, {}:", hidden).expandDims(0).duplicate();
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

    /** What is known of each place, its key and its value, {@code (R, h * w, 2D)}. */
    private NDArray known(ParameterStore store, NDArray features) {
        Shape shape = features.getShape();
        long rows = shape.get(0);
        long cells = shape.get(2) * shape.get(3);
        NDArray where =
                PlaceCodes.of(features.getManager(), (int) shape.get(2), (int) shape.get(3))
                        .repeat(0, rows);
        NDArray content = features.reshape(rows, shape.get(1), cells).transpose(0, 2, 1);
        return linear(store, places, content.concat(where, 2));
    }

    private NDArray values(NDArray known) {
        return known.get(":, :, {}:", config.attention());
    }

    /** What the last look has seen before each word, {@code (R, S * T, D)}. */
    private NDArray seen(ParameterStore store, NDArray known, NDArray said) {
        // (R, heads, D / heads, cells) and (R, heads, cells, D / heads)
        NDArray keys = heads(known.get(":, :, :{}", config.attention())).transpose(0, 1, 3, 2);
        NDArray values = heads(values(known));
        NDArray scale = number(keys, 1 / Math.sqrt((double) config.attention() / config.heads()));
        NDArray state = said;
        NDArray seen = said;
        for (Affine ask : asking) {
            NDArray query = heads(linear(store, ask, state)).mul(scale);
            NDArray attention = query.matMul(keys).softmax(3);
            seen =
                    attention
                            .matMul(values)
                            .transpose(0, 2, 1, 3)
                            .reshape(said.getShape().get(0), -1, config.attention());
            state = NDArrays.concat(new NDList(state, seen), 2);
        }
        return seen;
    }

    /** {@code (R, N, D)} as {@code (R, heads, N, D / heads)}. */
    private NDArray heads(NDArray array) {
        Shape shape = array.getShape();
        return array.reshape(shape.get(0), shape.get(1), config.heads(), -1).transpose(0, 2, 1, 3);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        return new Shape[] {inputShapes[1].add(config.vocabulary())};
    }
}
