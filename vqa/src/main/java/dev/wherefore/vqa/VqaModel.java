package dev.wherefore.vqa;

import dev.wherefore.core.target.Labels;
import dev.wherefore.core.target.Likelihood;
import dev.wherefore.core.target.ScoreKind;
import dev.wherefore.core.text.Tokenizer;
import dev.wherefore.vqa.asking.QuestionTokens;
import dev.wherefore.vqa.network.VqaNetwork;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network that answers questions, the words they are made of, and its answers.
 *
 * @param network the network
 * @param tokenizer the words
 * @param tokens makes ids of questions
 * @param answers what the answers are called
 * @param likelihood how scores become probabilities
 * @param usualScore which of an answer's numbers is explained where nothing is said
 * @param fillsUp whether questions of different lengths may share a pass: filling up the shorter
 *     ones does not change what the network answers
 */
public record VqaModel(
        VqaNetwork network,
        Tokenizer tokenizer,
        QuestionTokens tokens,
        Labels answers,
        Likelihood likelihood,
        ScoreKind usualScore,
        boolean fillsUp)
        implements AutoCloseable {

    /**
     * Returns whether the network says its answers, and so is asked about one at a time.
     *
     * @return whether it does
     */
    public boolean says() {
        return usualScore == ScoreKind.LOG_PROBABILITY;
    }

    /**
     * Returns which questions share a pass.
     *
     * @param questions the questions' ids
     * @param most how many may share one at most
     * @return groups of places in the list, each in order
     */
    public List<List<Integer>> passes(List<int[]> questions, int most) {
        Map<Integer, List<Integer>> byLength = new LinkedHashMap<>();
        for (int q = 0; q < questions.size(); q++) {
            int length = fillsUp ? 0 : questions.get(q).length;
            byLength.computeIfAbsent(length, l -> new ArrayList<>()).add(q);
        }
        List<List<Integer>> passes = new ArrayList<>();
        for (List<Integer> group : byLength.values()) {
            for (int from = 0; from < group.size(); from += most) {
                passes.add(group.subList(from, Math.min(from + most, group.size())));
            }
        }
        return passes;
    }

    /**
     * Returns the same model, of which it was found out whether it can be filled up.
     *
     * @param can whether
     * @return the model
     */
    VqaModel fillingUp(boolean can) {
        return new VqaModel(network, tokenizer, tokens, answers, likelihood, usualScore, can);
    }

    @Override
    public void close() {
        network.close();
        tokenizer.close();
    }
}
