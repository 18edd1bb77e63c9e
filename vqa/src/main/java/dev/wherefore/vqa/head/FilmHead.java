package dev.wherefore.vqa.head;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
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
 * An answer head whose question acts on each place of the picture before the places are summed up.
 *
 * <p>An LSTM reads the question. The question looks for some anchors (soft attention), and every
 * place is told how far it lies from each: what is left of the bus is found so. How the anchors lie
 * to each other is told to themselves. Then a few layers of each place's own numbers follow, scaled
 * and shifted by the question (FiLM). They count as much as the question looks at the place: by
 * attention, which is shared out among the places, for what is asked about one thing; and by a gate
 * that may open anywhere, for what has to be counted. What comes of that, {@link #FUSED}, is summed
 * over the places, and the answers are a linear layer of the sum and of the question alone. So at
 * {@link #FUSED} Grad-CAM is exact: a place's value is what it adds to the answer's logit.
 *
 * <p>What an anchor shows is told to no other place, only where it is: if it were, every place
 * could say what was seen at one, and maps would light up anywhere.
 *
 * <p>Features {@code (R, C, h, w)} and token ids {@code (R·S, L)}, filled up at the end with {@link
 * #PAD}, S questions about each picture in turn, make logits {@code (R·S, K)}. A row depends on no
 * other row.
 *
 * @see <a href="https://arxiv.org/abs/1709.07871">Perez et al., FiLM: Visual Reasoning with a
 *     General Conditioning Layer, 2018</a>
 * @see <a href="https://arxiv.org/abs/1505.00468">Antol et al., VQA: Visual Question Answering,
 *     2015: the LSTM, and answers as classes</a>
 */
public final class FilmHead extends NamedBlock {

    /** The layer of the questions' embedded tokens, {@code (R·S, L, E)}. */
    public static final String WORDS = "words";

    /** The layer of the places after the question has acted on them, {@code (R·S, D, h, w)}. */
    public static final String FUSED = "fused";

    /**
     * Where the anchors are, {@code (R·S, 1, 2·anchors)}: x and y of each, from -1 to 1. It can be
     * looked at, not changed.
     */
    public static final String ANCHORS = "anchors";

    /** The token that fills up shorter questions. */
    public static final int PAD = 0;

    /** How much more what attention finds counts than what passes a gate. */
    private static final double ATTENDED = 4;

    /** How much has to speak for a place before its gate is half open. */
    private static final float CLOSED = 2;

    private final HeadConfig config;
    private final Parameter embedding;
    private final List<Parameter> lstm;
    private final Affine places;
    private final Affine keys;
    private final Affine ask;
    private final Affine look;
    private final Affine gate;
    private final Affine check;
    private final Affine checked;
    private final Affine open;
    private final Affine distances;
    private final List<Affine> layers = new ArrayList<>();
    private final List<Affine> films = new ArrayList<>();
    private final Affine expect;
    private final Affine prior;
    private final Affine answers;

    /**
     * Constructs a head without values in its parameters.
     *
     * @param config its sizes
     */
    public FilmHead(HeadConfig config) {
        this.config = config;
        int hidden = config.hidden();
        int width = config.width();
        embedding =
                weight(
                        "embed.weight",
                        new Shape(config.vocabulary(), config.embedding()),
                        new Draw.Normal(1 / Math.sqrt(config.embedding())));
        lstm = lstm(config.embedding(), hidden);
        places = affine("places", config.channels() + PlaceCodes.NUMBERS, width);
        keys = affine("keys", width, width);
        ask = affine("ask", hidden, config.anchors() * width);
        look = affine("look", hidden, width);
        gate = affine("gate", hidden, width);
        check = affine("check", width, width);
        checked = affine("checked", hidden, width);
        open = affine("open", hidden, 1);
        distances = affine("distances", Anchors.numbers(config.anchors()), width);
        for (int i = 0; i < config.layers(); i++) {
            layers.add(affine("layers." + i, width, width));
            films.add(affine("films." + i, hidden, 2 * width));
        }
        expect = affine("expect", hidden, width);
        prior = affine("prior", width, config.answers());
        answers = affine("answers", width, config.answers());
    }

    /**
     * Returns what the head was made from.
     *
     * @return its sizes
     */
    public HeadConfig config() {
        return config;
    }

    /**
     * Returns the logits of the answers, while somebody looks at the layers.
     *
     * @param store where the parameters' values are
     * @param features {@code (R, C, h, w)}
     * @param ids {@code (R·S, L)}
     * @param tap is given what {@link #WORDS} and {@link #FUSED} give
     * @return {@code (R·S, K)}, of the features' manager
     */
    public NDArray logits(ParameterStore store, NDArray features, NDArray ids, HeadTap tap) {
        NDManager outer = features.getManager();
        try (NDManager scope = outer.newSubManager()) {
            scope.tempAttachAll(new NDList(features, ids));
            NDArray question = question(store, ids, tap);
            NDArray fused = tap.on(FUSED, fused(store, features, question, tap));
            Shape shape = fused.getShape();
            NDArray cells = fused.reshape(shape.get(0), shape.get(1), -1);
            // as large as what an object of a few places adds
            NDArray scale = number(cells, 1 / Math.sqrt((double) cells.getShape().get(2)));
            NDArray sum = cells.sum(new int[] {2}).mul(scale);
            NDArray expected = Activation.relu(linear(store, expect, question));
            NDArray logits = linear(store, answers, sum).add(linear(store, prior, expected));
            logits.attach(outer);
            return logits;
        }
    }

    /** The LSTM's state {@code (R·S, H)} after each question's last token. */
    private NDArray question(ParameterStore store, NDArray ids, HeadTap tap) {
        NDArray tokens = ids.toType(DataType.INT64, false);
        NDArray embedded =
                tap.on(
                        WORDS,
                        Embedding.embedding(
                                        tokens, value(store, embedding, ids), SparseFormat.DENSE)
                                .singletonOrThrow());
        NDArray zeros =
                embedded.getManager().zeros(new Shape(1, ids.getShape().get(0), config.hidden()));
        NDList gates = new NDList();
        lstm.forEach(parameter -> gates.add(value(store, parameter, ids)));
        // as in training also where nothing is trained: cuDNN goes no other way back
        NDArray states =
                embedded.getNDArrayInternal()
                        .lstm(
                                embedded,
                                new NDList(zeros, zeros.duplicate()),
                                gates,
                                true,
                                1,
                                0,
                                true,
                                false,
                                true)
                        .get(0);
        return states.mul(last(tokens)).sum(new int[] {1});
    }

    /** For each token 1 where it is its question's last, {@code (R·S, L, 1)}; the first if none. */
    private static NDArray last(NDArray tokens) {
        long length = tokens.getShape().get(1);
        NDArray real = tokens.neq(PAD).toType(DataType.FLOAT32, false);
        if (length == 1) {
            return real.onesLike().expandDims(2);
        }
        NDArray first = real.get(":, :1").onesLike();
        NDArray here = first.concat(real.get(":, 1:"), 1);
        NDArray next = here.get(":, 1:").concat(first.zerosLike(), 1);
        return here.sub(next).expandDims(2);
    }

    /** What every place says to the question, {@code (R·S, D, h, w)}, 0 or more. */
    private NDArray fused(ParameterStore store, NDArray features, NDArray question, HeadTap tap) {
        Shape shape = features.getShape();
        int height = (int) shape.get(2);
        int width = (int) shape.get(3);
        long rows = question.getShape().get(0);
        long each = rows / shape.get(0);
        NDArray known = Activation.relu(linear(store, places, located(features)));
        NDArray attention = attention(store, known, question, each);
        Anchors anchors =
                Anchors.of(
                        attention.reshape(rows, config.anchors(), (long) height * width),
                        height,
                        width);
        tap.on(ANCHORS, anchors.places());
        NDArray first = repeat(linear(store, layers.get(0), known), each);
        NDArray told = linear(store, distances, anchors.told());
        NDArray state = film(store, 0, first.add(told), question);
        NDArray counting = counting(store, known, state, question);
        for (int i = 1; i < config.layers(); i++) {
            NDArray changed = film(store, i, linear(store, layers.get(i), state), question);
            state = state.add(changed);
        }
        return state.mul(counting).transpose(0, 2, 1).reshape(rows, config.width(), height, width);
    }

    /** Each place's features and where it lies, {@code (R, h * w, C + NUMBERS)}. */
    private static NDArray located(NDArray features) {
        Shape shape = features.getShape();
        long rows = shape.get(0);
        NDArray where =
                PlaceCodes.of(features.getManager(), (int) shape.get(2), (int) shape.get(3))
                        .repeat(0, rows);
        return features.reshape(rows, shape.get(1), -1).transpose(0, 2, 1).concat(where, 2);
    }

    /**
     * How much each place counts, {@code (R·S, h * w, 1)}: what attention gives it, times as much
     * as the sum over the places is divided by, and how open its gate is, from 0 to 1. Both go by
     * what the place shows, and by what the first layer says of it and of its distance from the
     * anchors.
     */
    private NDArray counting(ParameterStore store, NDArray known, NDArray state, NDArray question) {
        NDArray scale = number(question, 1 / Math.sqrt(config.width()));
        NDArray shown = linear(store, keys, known).transpose(0, 2, 1);
        NDArray says =
                linear(store, check, state)
                        .matMul(linear(store, checked, question).mul(scale).expandDims(2));
        NDArray attention =
                fits(linear(store, look, question).mul(scale), shown).add(says).softmax(1);
        NDArray opening =
                fits(linear(store, gate, question).mul(scale), shown)
                        .add(says)
                        .add(linear(store, open, question).expandDims(1))
                        .sub(CLOSED);
        double places = attention.getShape().get(1);
        return attention
                .mul(number(attention, ATTENDED * Math.sqrt(places)))
                .add(Activation.sigmoid(opening));
    }

    /** How well each place fits each question, {@code (R·S, h * w, 1)}. */
    private NDArray fits(NDArray wanted, NDArray shown) {
        long pictures = shown.getShape().get(0);
        long rows = wanted.getShape().get(0);
        return wanted.reshape(pictures, rows / pictures, config.width())
                .matMul(shown)
                .reshape(rows, -1, 1);
    }

    /** How much each anchor is each place, {@code (R, S * anchors, h * w)}. */
    private NDArray attention(ParameterStore store, NDArray known, NDArray question, long each) {
        long pictures = known.getShape().get(0);
        NDArray queries =
                linear(store, ask, question)
                        .reshape(pictures, each * config.anchors(), config.width());
        NDArray scale = number(queries, 1 / Math.sqrt(config.width()));
        return queries.mul(scale).matMul(linear(store, keys, known).transpose(0, 2, 1)).softmax(2);
    }

    private static NDArray repeat(NDArray array, long times) {
        return times > 1 ? array.repeat(0, times) : array;
    }

    /** relu((1 + γ) x + β), γ and β {@code (R·S, 1, D)} from the question. */
    private NDArray film(ParameterStore store, int layer, NDArray state, NDArray question) {
        NDArray both = linear(store, films.get(layer), question).expandDims(1);
        NDArray gamma = both.get(new NDIndex(":, :, :{}", config.width()));
        NDArray beta = both.get(new NDIndex(":, :, {}:", config.width()));
        return Activation.relu(state.mul(gamma.add(gamma.onesLike())).add(beta));
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store,
            NDList inputs,
            boolean training,
            @Nullable PairList<String, Object> params) {
        return new NDList(logits(store, inputs.get(0), inputs.get(1), HeadTap.NONE));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        return new Shape[] {new Shape(inputShapes[1].get(0), config.answers())};
    }
}
