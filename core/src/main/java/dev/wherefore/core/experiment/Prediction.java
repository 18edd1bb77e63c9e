package dev.wherefore.core.experiment;

/**
 * Something the network says of a picture.
 *
 * @param label what it says: a class, an answer
 * @param index its index in the network's output
 * @param logit the network's number for it
 * @param probability its probability in [0, 1]
 */
public record Prediction(String label, int index, float logit, float probability) {}
