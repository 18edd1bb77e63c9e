package dev.wherefore.vqa.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.UserError;
import java.util.Arrays;
import java.util.function.Function;

/**
 * A network that says its answers token by token: it takes answer ids {@code (R, A)} too, and gives
 * logits {@code (R, A, V)} of the next token. An answer's score is its probability, that of its
 * tokens and of its end after the question: what a captioner gives for a caption whose prefix is
 * the question. Each row is about one answer, and the scores of the others are 0.
 */
public final class SaidForm implements AnswerForm {

    private static final int TOKENS = 3;

    private final SaidAnswers answers;

    /**
     * Constructs the form.
     *
     * @param answers the answers it may say
     */
    public SaidForm(SaidAnswers answers) {
        this.answers = answers;
    }

    private int longest(int[] about) {
        return Arrays.stream(about).map(a -> answers.given(a).length).max().orElseThrow();
    }

    @Override
    public NDArray given(NDManager scope, int[] about) {
        int length = longest(about);
        long[] all = new long[about.length * length];
        for (int row = 0; row < about.length; row++) {
            int[] own = answers.given(about[row]);
            for (int t = 0; t < length; t++) {
                all[row * length + t] = t < own.length ? own[t] : answers.end();
            }
        }
        return scope.create(all, new Shape(about.length, length));
    }

    @Override
    public NDArray scores(NDManager scope, NDArray output, int[] about) {
        return columns(scope, probabilities(output, about), about);
    }

    /** The probability of the answer that each row is about, {@code (R)}. */
    private NDArray probabilities(NDArray logits, int[] about) {
        Shape shape = logits.getShape();
        int length = longest(about);
        if (shape.dimension() != TOKENS || shape.get(0) != about.length || shape.get(1) != length) {
            throw new UserError(
                    "a network that says its answers must give (questions, answer tokens, vocabulary), here (%d, %d, V), found %s"
                            .formatted(about.length, length, shape));
        }
        long[] wanted = new long[about.length * length];
        float[] counts = new float[wanted.length];
        for (int row = 0; row < about.length; row++) {
            int[] own = answers.wanted(about[row]);
            for (int t = 0; t < own.length; t++) {
                wanted[row * length + t] = own[t];
                counts[row * length + t] = 1;
            }
        }
        NDManager scope = logits.getManager();
        Shape each = new Shape(about.length, length);
        NDArray found =
                logits.toType(DataType.FLOAT32, false)
                        .logSoftmax(2)
                        .gather(scope.create(wanted, each).expandDims(2), 2)
                        .squeeze(2);
        // the engine's own memory: the graph keeps it
        return found.mul(scope.create(counts, each).duplicate()).sum(new int[] {1}).exp();
    }

    /** {@code (R)} as {@code (R, K)}, each in the column of its answer. */
    private NDArray columns(NDManager scope, NDArray spoken, int[] about) {
        int count = answers.tokens().size();
        float[] where = new float[about.length * count];
        for (int row = 0; row < about.length; row++) {
            where[row * count + about[row]] = 1;
        }
        NDArray mask = scope.create(where, new Shape(about.length, count)).duplicate();
        return spoken.expandDims(1).mul(mask);
    }

    @Override
    public NDArray all(int rows, Function<int[], NDArray> pass) {
        NDList columns = new NDList();
        for (int a = 0; a < answers.tokens().size(); a++) {
            int[] about = new int[rows];
            Arrays.fill(about, a);
            columns.add(pass.apply(about).get(":, {}:{}", a, a + 1));
        }
        return NDArrays.concat(columns, 1);
    }
}
