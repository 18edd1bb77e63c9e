package dev.wherefore.classification;

import dev.wherefore.core.experiment.Prediction;
import dev.wherefore.core.target.Labels;
import dev.wherefore.core.target.Likelihood;
import dev.wherefore.core.target.Ranking;
import java.util.List;

/**
 * What a classifier's output means.
 *
 * @param output the output's name, {@code ""} for the main one
 * @param likelihood how scores become probabilities
 * @param labels what the classes are called
 */
public record ClassScores(String output, Likelihood likelihood, Labels labels) {

    /**
     * Returns what a config says of a network's output.
     *
     * @param model the config
     * @return what the output means
     * @throws dev.wherefore.core.UserError if the labels cannot be read
     */
    public static ClassScores of(ModelConfig model) {
        return new ClassScores(
                model.output().orElse(""),
                model.scores(),
                model.labels()
                        .map(file -> Labels.read(file, Labels.Sort.CLASS))
                        .orElseGet(() -> Labels.none(Labels.Sort.CLASS)));
    }

    /**
     * Returns every class as a prediction, the most probable first.
     *
     * @param scores what the network gave, one number for each class
     * @return the predictions
     */
    public List<Prediction> predictions(float[] scores) {
        labels.checkCount(scores.length);
        float[] probabilities = likelihood.probabilities(scores);
        return Ranking.of(scores).stream()
                .map(
                        index ->
                                new Prediction(
                                        labels.name(index),
                                        index,
                                        scores[index],
                                        probabilities[index]))
                .toList();
    }
}
