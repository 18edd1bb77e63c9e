package dev.wherefore.captioning;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.captioning.config.CaptionConfig;
import dev.wherefore.captioning.making.CaptionLimits;
import dev.wherefore.captioning.making.CaptionMaker;
import dev.wherefore.captioning.making.NextTokens;
import dev.wherefore.captioning.network.CaptionNetwork.Seen;
import dev.wherefore.core.UserError;
import dev.wherefore.core.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Has captions made by the network, or gives each picture the user's own. */
public final class CaptionSource {

    private final CaptionModel model;
    private final CaptionMaker maker;
    private final CaptionLimits limits;
    private final Optional<Saying> given;

    /**
     * Constructs the source.
     *
     * @param model the captioner
     * @param config how captions are made, or the user's own
     * @param vocabulary for how many tokens the network has logits
     * @throws UserError if the user's own caption has unknown words, none at all, or too many
     */
    public CaptionSource(CaptionModel model, CaptionConfig config, int vocabulary) {
        this.model = model;
        this.maker = config.maker();
        this.limits = model.limits(vocabulary);
        this.given = config.text().map(text -> given(model, text, config));
    }

    private static Saying given(CaptionModel model, String text, CaptionConfig config) {
        Text encoded = model.tokenizer().encode(text, config.unknownWords());
        if (encoded.tokens().size() > model.longest()) {
            throw new UserError(
                    "the caption has %d tokens, and captions may have %d; shorten it, or raise model.longest if the network takes more"
                            .formatted(encoded.tokens().size(), model.longest()));
        }
        return new Saying(encoded, model.tokenizer().specials(), Optional.empty());
    }

    /**
     * Returns the user's own caption.
     *
     * @return the caption, or nothing if captions are made
     */
    public Optional<Saying> given() {
        return given;
    }

    /**
     * Returns the captions of a picture.
     *
     * @param scope a manager for what is needed on the way
     * @param seen the pictures, looked at
     * @param picture which of them, from 0
     * @return at least one, the best first
     */
    public List<Saying> captions(NDManager scope, Seen seen, int picture) {
        if (given.isPresent()) {
            return List.of(given.get());
        }
        NextTokens next = prefixes -> next(scope, seen, picture, prefixes);
        return maker.make(next, limits).stream()
                .map(
                        made ->
                                new Saying(
                                        model.tokenizer().decode(made.ids()),
                                        model.tokenizer().specials(),
                                        Optional.of(made)))
                .toList();
    }

    private static List<float[]> next(
            NDManager scope, Seen seen, int picture, List<int[]> prefixes) {
        int length = prefixes.get(0).length;
        long[] ids = prefixes.stream().flatMapToInt(Arrays::stream).mapToLong(id -> id).toArray();
        try (NDManager inner = scope.newSubManager()) {
            NDArray beginnings = inner.create(ids, new Shape(prefixes.size(), length));
            NDArray logits = seen.logits(inner, picture, beginnings);
            float[] last = logits.get(":, -1").toType(DataType.FLOAT32, false).toFloatArray();
            int vocabulary = last.length / prefixes.size();
            List<float[]> rows = new ArrayList<>();
            for (int from = 0; from < last.length; from += vocabulary) {
                rows.add(Arrays.copyOfRange(last, from, from + vocabulary));
            }
            return rows;
        }
    }
}
