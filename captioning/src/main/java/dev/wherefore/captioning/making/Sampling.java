package dev.wherefore.captioning.making;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Draws each token by its probability, which the temperature sharpens or flattens: proportional to
 * {@code exp(logit / temperature)} among the tokens that may be made. Of each caption the score is
 * its log-probability, at temperature 1 and over the whole vocabulary. Two captions may be equal.
 *
 * @param temperature above 0; near 0 it is greedy, 1 is the network's own probability
 * @param topK if given, the draw is among so many of the most probable tokens, at least 1
 * @param seed what chance is drawn from; the same seed gives the same captions, and the first of
 *     many are those of few
 * @param count how many captions are made, at least 1
 */
public record Sampling(double temperature, OptionalInt topK, long seed, int count)
        implements CaptionMaker {

    /** Checks the numbers. */
    public Sampling {
        if (!(temperature > 0 && Double.isFinite(temperature))) {
            throw new IllegalArgumentException(
                    "the temperature must be above 0, found " + temperature);
        }
        if (topK.orElse(1) < 1) {
            throw new IllegalArgumentException(
                    "the draw must be among 1 token or more, found " + topK.getAsInt());
        }
        if (count < 1) {
            throw new IllegalArgumentException(
                    "the number of captions must be at least 1, found " + count);
        }
    }

    /** A caption in the making, and its own chance. */
    private record Drawn(Draft draft, SplittableRandom random) {}

    @Override
    public List<MadeCaption> make(NextTokens next, CaptionLimits limits) {
        NextStep step = new NextStep(next, limits);
        SplittableRandom seeds = new SplittableRandom(seed);
        List<Drawn> open = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            open.add(new Drawn(Draft.EMPTY, seeds.split()));
        }
        List<Draft> done = new ArrayList<>();
        while (!open.isEmpty()) {
            List<Drawn> longer = longer(open, step);
            open = new ArrayList<>();
            for (Drawn drawn : longer) {
                if (drawn.draft().finished(limits)) {
                    done.add(drawn.draft());
                } else {
                    open.add(drawn);
                }
            }
        }
        return done.stream()
                .map(draft -> draft.made(limits, draft.logProbability()))
                .sorted(Comparator.comparingDouble(MadeCaption::score).reversed())
                .toList();
    }

    private List<Drawn> longer(List<Drawn> open, NextStep step) {
        List<double[]> logProbabilities =
                step.logProbabilities(open.stream().map(Drawn::draft).toList());
        List<Drawn> longer = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            double[] row = logProbabilities.get(i);
            Drawn drawn = open.get(i);
            int token = draw(row, drawn.draft().length(), drawn.random());
            longer.add(new Drawn(drawn.draft().with(token, row[token]), drawn.random()));
        }
        return longer;
    }

    private int draw(double[] logProbabilities, int made, SplittableRandom random) {
        int[] tokens =
                topK.isPresent()
                        ? Best.of(logProbabilities, topK.getAsInt()).stream()
                                .mapToInt(Integer::intValue)
                                .toArray()
                        : IntStream.range(0, logProbabilities.length).toArray();
        double highest = IntStream.of(tokens).mapToDouble(t -> logProbabilities[t]).max().orElse(0);
        double[] weights = new double[tokens.length];
        double sum = 0;
        for (int i = 0; i < tokens.length; i++) {
            weights[i] = Math.exp((logProbabilities[tokens[i]] - highest) / temperature);
            sum += weights[i];
        }
        if (!(sum > 0)) {
            throw NextStep.deadEnd(made);
        }
        double left = random.nextDouble() * sum;
        int drawn = 0;
        for (int i = 0; i < tokens.length && left >= 0; i++) {
            drawn = weights[i] > 0 ? tokens[i] : drawn;
            left -= weights[i];
        }
        return drawn;
    }
}
