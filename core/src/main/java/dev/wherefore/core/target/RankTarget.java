package dev.wherefore.core.target;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.UserError;
import dev.wherefore.core.network.Outputs;
import java.util.ArrayList;
import java.util.List;

/**
 * The number of the class that stands at a rank among the scores of its row: what the network
 * itself says. The class is read from the pass that is explained, so no pass is spent to find it
 * out.
 *
 * @param rank 0 for the class with the largest score, 1 for the next
 * @param kind which of its numbers
 * @param likelihood how scores become probabilities
 * @param output which of the network's outputs holds the scores {@code (R, K)}, {@code ""} for the
 *     main one
 */
public record RankTarget(int rank, ScoreKind kind, Likelihood likelihood, String output)
        implements Target {

    /** Checks the rank. */
    public RankTarget {
        if (rank < 0) {
            throw new IllegalArgumentException("rank must be >= 0, found " + rank);
        }
    }

    @Override
    public NDArray score(Outputs outputs) {
        NDArray scores = ClassTarget.scores(outputs, output);
        return kind.of(scores, likelihood).gather(column(scores), 1).reshape(-1);
    }

    @Override
    public Target confidence() {
        return new RankTarget(rank, ScoreKind.PROBABILITY, likelihood, output);
    }

    @Override
    public Target finer(int similar) {
        return new Finer(this, similar);
    }

    /** What tells the class at the rank from those most like it. */
    private record Finer(RankTarget of, int similar) implements Target {

        @Override
        public NDArray score(Outputs outputs) {
            NDArray scores = ClassTarget.scores(outputs, of.output);
            NDArray logits = of.likelihood.logits(scores);
            return SimilarLogits.score(logits, of.column(scores), similar);
        }

        @Override
        public String description() {
            return "finer: " + of.description();
        }

        @Override
        public Target decidedBy(Outputs outputs) {
            return of.decidedBy(outputs).finer(similar);
        }
    }

    /** The class of each row that stands at the rank, {@code (R, 1)}. */
    private NDArray column(NDArray scores) {
        long[] classes = classes(scores).stream().mapToLong(Integer::longValue).toArray();
        return scores.getManager().create(classes, new Shape(classes.length, 1));
    }

    @Override
    public Target decidedBy(Outputs outputs) {
        List<Integer> classes = classes(ClassTarget.scores(outputs, output));
        return new ClassTarget(classes, kind, likelihood, output, description());
    }

    /** The class at the rank in each row of {@code (R, K)}. */
    private List<Integer> classes(NDArray scores) {
        Shape shape = scores.getShape();
        if (rank >= shape.get(1)) {
            throw new UserError(
                    "there are only %d classes, none stands at rank %d"
                            .formatted(shape.get(1), rank + 1));
        }
        List<Integer> classes = new ArrayList<>();
        for (int row = 0; row < shape.get(0); row++) {
            try (NDManager inner = scores.getManager().newSubManager();
                    NDArray one = scores.get(row)) {
                one.attach(inner);
                classes.add(Ranking.of(one.toFloatArray()).get(rank));
            }
        }
        return classes;
    }

    @Override
    public String description() {
        return kind.words() + " of the class ranked " + (rank + 1);
    }
}
