package dev.wherefore.core.target;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.UserError;
import dev.wherefore.core.network.Outputs;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A class's number, the same class for all rows or one for each.
 *
 * @param classes the class's index, from 0, or one for each row
 * @param kind which of its numbers
 * @param likelihood how scores become probabilities
 * @param output which of the network's outputs holds the scores {@code (R, K)}, {@code ""} for the
 *     main one
 * @param description what it is called
 */
public record ClassTarget(
        List<Integer> classes,
        ScoreKind kind,
        Likelihood likelihood,
        String output,
        String description)
        implements Target {

    /** Checks that there is a class. */
    public ClassTarget {
        classes = List.copyOf(classes);
        if (classes.isEmpty() || classes.stream().anyMatch(c -> c < 0)) {
            throw new IllegalArgumentException(
                    "classes must be at least one index >= 0, found " + classes);
        }
    }

    /**
     * Returns the logit of a class in the main output.
     *
     * @param index the class, from 0
     * @return the target
     */
    public static ClassTarget logit(int index) {
        return new ClassTarget(
                List.of(index), ScoreKind.LOGIT, Likelihood.SOFTMAX, "", "logit of class " + index);
    }

    @Override
    public NDArray score(Outputs outputs) {
        NDArray scores = checked(outputs);
        // no logarithm of others' probabilities: one of 0 would make all gradients NaN
        return likelihood == Likelihood.SOFTMAX
                ? own(kind.of(scores, likelihood))
                : kind.of(own(scores), likelihood);
    }

    @Override
    public Target confidence() {
        return new ClassTarget(
                classes, ScoreKind.PROBABILITY, likelihood, output, "probability: " + description);
    }

    @Override
    public Target ofPicture(int picture, int rows) {
        return classes.size() == 1
                ? this
                : new ClassTarget(
                        List.of(classes.get(picture)), kind, likelihood, output, description);
    }

    @Override
    public Target finer(int similar) {
        return Target.of(
                "finer: " + description,
                outputs -> {
                    NDArray scores = checked(outputs);
                    long[] own = new long[(int) scores.getShape().get(0)];
                    for (int row = 0; row < own.length; row++) {
                        own[row] = classes.get(classes.size() == 1 ? 0 : row);
                    }
                    NDArray column = scores.getManager().create(own, new Shape(own.length, 1));
                    return SimilarLogits.score(likelihood.logits(scores), column, similar);
                });
    }

    @Override
    public Target other(Outputs outputs, List<SplittableRandom> dice) {
        int count = (int) checked(outputs).getShape().get(1);
        List<Integer> others = new ArrayList<>();
        for (int row = 0; row < dice.size(); row++) {
            int own = classes.get(classes.size() == 1 ? 0 : row);
            others.add(Others.than(own, count, dice.get(row)));
        }
        return new ClassTarget(others, kind, likelihood, output, "another than " + description);
    }

    /** The scores of all classes, mine among them. */
    private NDArray checked(Outputs outputs) {
        NDArray scores = scores(outputs, output);
        Shape shape = scores.getShape();
        long rows = shape.get(0);
        if (classes.size() > 1 && classes.size() != rows) {
            throw new IllegalStateException(
                    classes.size() + " classes do not fit " + rows + " rows");
        }
        for (int index : classes) {
            if (index >= shape.get(1)) {
                throw new UserError(
                        "there is no class "
                                + index
                                + ": the network has "
                                + shape.get(1)
                                + " classes, 0 to "
                                + (shape.get(1) - 1));
            }
        }
        return scores;
    }

    /** The class's column of {@code (R, K)}, or each row's own class, {@code (R)}. */
    private NDArray own(NDArray values) {
        if (classes.size() == 1) {
            return values.get(":, {}", classes.get(0));
        }
        long[] index = classes.stream().mapToLong(Integer::longValue).toArray();
        long rows = values.getShape().get(0);
        NDArray column = values.getManager().create(index, new Shape(rows, 1));
        return values.gather(column, 1).reshape(rows);
    }

    /** The scores {@code (R, K)} in an output. */
    static NDArray scores(Outputs outputs, String output) {
        NDArray scores = outputs.get(output);
        if (scores.getShape().dimension() != 2) {
            throw new UserError(
                    "a class needs an output of shape (rows, classes), found "
                            + scores.getShape()
                            + (output.isEmpty() ? "" : " in the output '" + output + "'"));
        }
        return scores;
    }
}
