package dev.wherefore.captioning.making;

import java.util.List;

/**
 * Takes the most probable token each time, of equal ones the one of the lowest number. One caption,
 * whose score is its log-probability.
 */
public record GreedySearch() implements CaptionMaker {

    @Override
    public List<MadeCaption> make(NextTokens next, CaptionLimits limits) {
        NextStep step = new NextStep(next, limits);
        Draft draft = Draft.EMPTY;
        while (!draft.finished(limits)) {
            double[] logProbabilities = step.logProbabilities(List.of(draft)).get(0);
            List<Integer> best = Best.of(logProbabilities, 1);
            if (best.isEmpty()) {
                throw NextStep.deadEnd(draft.length());
            }
            draft = draft.with(best.get(0), logProbabilities[best.get(0)]);
        }
        return List.of(draft.made(limits, draft.logProbability()));
    }
}
