package dev.wherefore.classification.diagnose;

import dev.wherefore.core.evaluate.Resamples;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.image.PreparedPicture;
import dev.wherefore.core.metric.Truth;
import dev.wherefore.core.scene.Scene;
import dev.wherefore.core.target.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Tests a network on scenes with and without the cue.
 *
 * @param network the network; its classes are the two kinds
 * @param sets the kinds and the cue
 * @param tally what came of it
 */
record CueExam(SceneNetwork network, CueSets sets, CueTally tally) {

    /**
     * What a network says of a scene with the cue.
     *
     * @param pair the scene
     * @param index the class that it names
     * @param probability how sure it is
     * @param picture the scene as it got it
     * @param explanations of that class, one by each method
     */
    record Answer(
            CueSets.Pair pair,
            int index,
            double probability,
            PreparedPicture picture,
            List<Explanation> explanations) {

        /** Whether it is right. */
        boolean right() {
            return index == pair.index();
        }
    }

    /** Asks about scenes, counts, and returns what was said of those with the cue. */
    List<Answer> ask(List<CueSets.Pair> pairs) {
        List<Scene> cued = pairs.stream().map(CueSets.Pair::cued).toList();
        List<PreparedPicture> prepared = network.prepared(cued);
        List<float[]> said = network.probabilities(prepared);
        List<float[]> plain =
                network.probabilities(
                        network.prepared(pairs.stream().map(CueSets.Pair::plain).toList()));
        List<Integer> named = said.stream().map(CueExam::first).toList();
        List<List<Explanation>> explained =
                network.explain(prepared, List.of(named), UnaryOperator.identity());
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            Answer answer =
                    new Answer(
                            pairs.get(i),
                            named.get(i),
                            said.get(i)[named.get(i)],
                            prepared.get(i),
                            explained.get(i));
            count(answer, first(plain.get(i)));
            answers.add(answer);
        }
        return answers;
    }

    private static int first(float[] probabilities) {
        return Ranking.of(probabilities).get(0);
    }

    private void count(Answer answer, int withoutCue) {
        CueSets.Pair pair = answer.pair();
        byte[] weights = Resamples.weights(pair.place());
        boolean helps = pair.index() == 0;
        tally.answer(answer.right(), helps, weights);
        tally.answer(withoutCue == pair.index(), !helps, weights);
        tally.changed(withoutCue != answer.index(), weights);
        tally.maps(
                answer.explanations().stream()
                        .map(e -> e.onPicture(answer.picture().geometry()))
                        .toList(),
                Truth.of(pair.cued(), sets.cue()).orElseThrow(),
                Truth.of(pair.cued(), sets.kinds().get(pair.index())).orElseThrow(),
                helps,
                weights);
    }
}
