package dev.wherefore.captioning.making;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Follows the most probable beginnings side by side.
 *
 * <p>A caption's score is its log-probability over {@code ((5 + T) / 6)^alpha}, where {@code T} is
 * the number of its tokens, the end included where it was made. A caption that is finished counts
 * if it is among the {@code width} most probable continuations at its step; it takes no place from
 * those that go on. The search stops when no beginning can be continued to a better score than the
 * worst caption that is kept. The coverage penalty of the paper is not used.
 *
 * <p>The captions that are kept are those that ended and those that became as long as allowed. If
 * the beginnings come to nothing before {@code best} captions are found, there are fewer.
 *
 * @param width how many beginnings are followed, at least 1
 * @param lengthPenalty alpha, at least 0; 0 is no penalty, and the higher it is, the longer are the
 *     captions
 * @param best how many captions are kept, from 1 to {@code width}
 * @see <a href="https://arxiv.org/abs/1609.08144">Wu et al., Google's Neural Machine Translation
 *     System, 2016, section 7</a>
 */
public record BeamSearch(int width, double lengthPenalty, int best) implements CaptionMaker {

    /** Checks the numbers. */
    public BeamSearch {
        if (width < 1) {
            throw new IllegalArgumentException("the width must be at least 1, found " + width);
        }
        if (!(lengthPenalty >= 0 && Double.isFinite(lengthPenalty))) {
            throw new IllegalArgumentException(
                    "the length penalty must be at least 0, found " + lengthPenalty);
        }
        if (best < 1 || best > width) {
            throw new IllegalArgumentException(
                    "the number of captions must be from 1 to the width of %d, found %d"
                            .formatted(width, best));
        }
    }

    @Override
    public List<MadeCaption> make(NextTokens next, CaptionLimits limits) {
        NextStep step = new NextStep(next, limits);
        List<Draft> open = List.of(Draft.EMPTY);
        List<Draft> kept = List.of();
        int reached = 0;
        while (!open.isEmpty() && !decided(open.get(0), kept, limits)) {
            List<Draft> longer = longer(open, step);
            reached = open.get(0).length();
            open = new ArrayList<>();
            List<Draft> done = new ArrayList<>(kept);
            for (int rank = 0; rank < longer.size(); rank++) {
                Draft draft = longer.get(rank);
                boolean finished = draft.finished(limits);
                if (finished && rank < width) {
                    done.add(draft);
                } else if (!finished && open.size() < width) {
                    open.add(draft);
                }
            }
            kept = first(done, best, this::score);
        }
        if (kept.isEmpty()) {
            throw NextStep.deadEnd(reached);
        }
        return kept.stream().map(draft -> draft.made(limits, score(draft))).toList();
    }

    /** The most probable continuations: enough that {@code width} of them do not end. */
    private List<Draft> longer(List<Draft> open, NextStep step) {
        int enough = width + open.size();
        List<double[]> logProbabilities = step.logProbabilities(open);
        List<Draft> longer = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            double[] row = logProbabilities.get(i);
            Draft draft = open.get(i);
            Best.of(row, enough).forEach(token -> longer.add(draft.with(token, row[token])));
        }
        return first(longer, enough, Draft::logProbability);
    }

    /** Whether nothing that follows the most probable beginning can be kept. */
    private boolean decided(Draft open, List<Draft> kept, CaptionLimits limits) {
        return kept.size() == best
                && open.logProbability() / penalty(limits.longest()) <= score(kept.get(best - 1));
    }

    private double score(Draft draft) {
        return draft.logProbability() / penalty(draft.length());
    }

    private double penalty(int length) {
        return Math.pow((5.0 + length) / 6, lengthPenalty);
    }

    /** The best drafts, best first; of equal ones those that were found first. */
    private static List<Draft> first(List<Draft> drafts, int count, ToDoubleFunction<Draft> score) {
        return drafts.stream()
                .sorted(Comparator.comparingDouble(score).reversed())
                .limit(count)
                .toList();
    }
}
