package dev.wherefore.core.evaluate;

/**
 * What a network says of a label in a picture, and whether it is so.
 *
 * @param label the label
 * @param score the network's number for it, which orders pictures
 * @param probability its probability in [0, 1]
 * @param shown whether the picture shows it
 */
public record ScoredLabel(String label, double score, double probability, boolean shown) {}
