package dev.wherefore.captioning.target;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.captioning.network.CaptionNetwork;
import dev.wherefore.core.UserError;
import dev.wherefore.core.network.Outputs;
import dev.wherefore.core.target.Others;
import dev.wherefore.core.target.SimilarLogits;
import dev.wherefore.core.target.Target;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A sum of tokens' numbers, for each picture its own tokens.
 *
 * @param pictures the tokens for each picture; the sum of none is 0
 * @param description what the sum is called
 */
public record TokenTarget(List<List<Term>> pictures, String description) implements Target {

    private static final int VOCABULARY = 3;

    /** Copies the lists. */
    public TokenTarget {
        pictures = pictures.stream().map(List::copyOf).toList();
    }

    @Override
    public Target ofPicture(int picture, int rows) {
        return new TokenTarget(Collections.nCopies(rows, pictures.get(picture)), description);
    }

    /**
     * Returns the probability of all tokens together: the product of theirs.
     *
     * @return it; this, where it is a difference, of words and what could stand in their place
     */
    @Override
    public Target confidence() {
        if (pictures.stream().flatMap(List::stream).anyMatch(term -> term.weight() != 1)) {
            return this;
        }
        List<List<Term>> probable =
                pictures.stream()
                        .map(terms -> terms.stream().map(TokenTarget::probable).toList())
                        .toList();
        return new Confidence(new TokenTarget(probable, "probability: " + description));
    }

    private static Term probable(Term term) {
        return new Term(
                TokenScore.LOG_PROBABILITY, term.sequence(), term.position(), term.token(), 1);
    }

    /** Other tokens of the vocabulary in the same places, after the same words. */
    @Override
    public Target other(Outputs outputs, List<SplittableRandom> dice) {
        int vocabulary = (int) logits(outputs).getShape().get(VOCABULARY);
        List<List<Term>> others = new ArrayList<>();
        for (int picture = 0; picture < pictures.size(); picture++) {
            SplittableRandom own = dice.get(picture);
            others.add(
                    pictures.get(picture).stream()
                            .map(term -> term.of(Others.than(term.token(), vocabulary, own)))
                            .toList());
        }
        return new TokenTarget(others, "another than " + description);
    }

    /** What a sum of logarithms is the logarithm of. */
    private record Confidence(TokenTarget logarithm) implements Target {

        @Override
        public NDArray score(Outputs outputs) {
            return logarithm.score(outputs).exp();
        }

        @Override
        public String description() {
            return logarithm.description();
        }

        @Override
        public Target ofPicture(int picture, int rows) {
            return new Confidence((TokenTarget) logarithm.ofPicture(picture, rows));
        }
    }

    @Override
    public NDArray score(Outputs outputs) {
        NDArray logits = logits(outputs);
        NDArray sum = logits.getManager().zeros(new Shape(pictures.size()));
        for (TokenScore kind : TokenScore.values()) {
            List<List<Term>> terms =
                    pictures.stream()
                            .map(all -> all.stream().filter(t -> t.kind() == kind).toList())
                            .toList();
            int most = terms.stream().mapToInt(List::size).max().orElse(0);
            if (most > 0) {
                sum = sum.add(sum(kind.of(logits), terms, most));
            }
        }
        return sum;
    }

    /**
     * Returns the sum over the tokens of what tells each from the tokens most like it at its place.
     *
     * @param similar how many tokens each is compared with
     * @return the finer target
     * @throws UserError if it is a difference, of words and what could stand in their place
     */
    @Override
    public Target finer(int similar) {
        if (pictures.stream().flatMap(List::stream).anyMatch(term -> term.weight() < 0)) {
            throw new UserError(
                    "the method 'finer-cam' explains words, phrases and captions, but not one word"
                            + " instead of another, nor what speaks against it");
        }
        return Target.of("finer: " + description, outputs -> finer(logits(outputs), similar));
    }

    private NDArray finer(NDArray logits, int similar) {
        Shape shape = logits.getShape();
        int most = Math.max(1, pictures.stream().mapToInt(List::size).max().orElse(0));
        long[] steps = new long[pictures.size() * most];
        long[] own = new long[steps.length];
        float[] weights = new float[steps.length];
        for (int row = 0; row < pictures.size(); row++) {
            int next = row * most;
            for (Term term : pictures.get(row)) {
                long sequence = row * shape.get(1) + term.sequence();
                steps[next] = sequence * shape.get(2) + term.position();
                own[next] = term.token();
                weights[next++] = term.weight();
            }
        }
        NDManager scope = logits.getManager();
        NDArray places = scope.create(steps, new Shape(steps.length, 1));
        NDArray found = logits.reshape(-1, shape.get(3)).gather(places.repeat(1, shape.get(3)), 0);
        NDArray column = scope.create(own, new Shape(own.length, 1));
        return SimilarLogits.score(found, column, similar)
                .mul(scope.create(weights))
                .reshape(pictures.size(), most)
                .sum(new int[] {1});
    }

    /** What the network gave, {@code (R, S, T, V)}. */
    private NDArray logits(Outputs outputs) {
        NDArray logits = outputs.get(CaptionNetwork.LOGITS);
        if (logits.getShape().get(0) != pictures.size()) {
            throw new IllegalStateException(
                    "the tokens of %d pictures do not fit the logits %s"
                            .formatted(pictures.size(), logits.getShape()));
        }
        return logits;
    }

    /** The weighted sums {@code (R)} of some of the values {@code (R, S, T, V)}. */
    private static NDArray sum(NDArray values, List<List<Term>> terms, int most) {
        Shape shape = values.getShape();
        long[] places = new long[terms.size() * most];
        float[] weights = new float[places.length];
        for (int row = 0; row < terms.size(); row++) {
            int next = row * most;
            for (Term term : terms.get(row)) {
                long step = term.sequence() * shape.get(2) + term.position();
                places[next] = step * shape.get(3) + term.token();
                weights[next++] = term.weight();
            }
        }
        NDManager scope = values.getManager();
        Shape each = new Shape(terms.size(), most);
        NDArray found = values.reshape(terms.size(), -1).gather(scope.create(places, each), 1);
        return found.mul(scope.create(weights, each)).sum(new int[] {1});
    }
}
