package dev.wherefore.vqa.asking;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.NearMatches;
import dev.wherefore.core.UserError;
import dev.wherefore.core.text.Text;
import dev.wherefore.core.text.Tokenizer;
import dev.wherefore.core.text.UnknownWords;
import dev.wherefore.vqa.data.AskedQuestion;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Makes token ids of questions, as a network wants them. */
public final class QuestionTokens {

    private final Tokenizer tokenizer;
    private final int[] before;
    private final int[] after;
    private final Optional<Integer> longest;

    /**
     * Constructs it.
     *
     * @param tokenizer the words
     * @param frame the tokens put before and after a question, two or none
     * @param longest how many tokens a question may have, the frame's among them
     * @throws UserError if the tokenizer has no such token
     */
    public QuestionTokens(Tokenizer tokenizer, List<String> frame, Optional<Integer> longest) {
        this.tokenizer = tokenizer;
        int[] both = frame.stream().mapToInt(piece -> id(tokenizer, piece)).toArray();
        this.before = both.length == 0 ? both : new int[] {both[0]};
        this.after = both.length == 0 ? both : new int[] {both[1]};
        this.longest = longest;
    }

    private static int id(Tokenizer tokenizer, String piece) {
        return tokenizer
                .id(piece)
                .orElseThrow(
                        () ->
                                new UserError(
                                        "the tokenizer has no token '%s'%s"
                                                .formatted(
                                                        piece,
                                                        NearMatches.hint(
                                                                piece, tokenizer.pieces()))));
    }

    /**
     * Returns a question as the network takes it.
     *
     * @param question the question
     * @param unknown what becomes of words that are not known
     * @return its tokens
     * @throws UserError if it has no word, is too long, or has a word that is not known and may not
     *     be replaced
     */
    public Asked ask(AskedQuestion question, UnknownWords unknown) {
        Text text = tokenizer.encode(question.text(), unknown);
        int[] ids = framed(text.ids());
        if (longest.isPresent() && ids.length > longest.get()) {
            throw new UserError(
                    "the question '%s' has %d tokens%s; the network takes %d at most"
                            .formatted(
                                    question.text(),
                                    ids.length,
                                    before.length > 0 ? " with its frame" : "",
                                    longest.get()));
        }
        return new Asked(question, text, ids, before.length);
    }

    /**
     * Returns a question without words: its frame, or one token that fills up.
     *
     * @return at least one token
     */
    public int[] wordless() {
        int[] frame = framed(new int[0]);
        return frame.length > 0 ? frame : new int[] {pad()};
    }

    private int[] framed(int[] ids) {
        return IntStream.concat(
                        IntStream.concat(IntStream.of(before), IntStream.of(ids)),
                        IntStream.of(after))
                .toArray();
    }

    /**
     * Returns the token that fills up shorter questions.
     *
     * @return its number; 0 where the tokenizer has none
     */
    public int pad() {
        OptionalInt pad = tokenizer.specials().pad();
        return pad.orElse(0);
    }

    /**
     * Returns questions as an array, the shorter ones filled up at their end.
     *
     * @param scope where it belongs
     * @param questions their ids
     * @return {@code (Q, L)}, 64-bit integers
     */
    public NDArray array(NDManager scope, List<int[]> questions) {
        int length = questions.stream().mapToInt(ids -> ids.length).max().orElseThrow();
        long[] all = new long[questions.size() * length];
        for (int q = 0; q < questions.size(); q++) {
            int[] ids = questions.get(q);
            for (int t = 0; t < length; t++) {
                all[q * length + t] = t < ids.length ? ids[t] : pad();
            }
        }
        return scope.create(all, new Shape(questions.size(), length));
    }
}
