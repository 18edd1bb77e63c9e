package dev.wherefore.core.evaluate;

/**
 * How good a network is.
 *
 * @param meanAveragePrecision the mean of the labels' average precisions, over those that a scene
 *     shows, from 0 to 1
 * @param meanAccuracy the mean of the labels' accuracies, from 0 to 1
 * @param labels how many labels there are
 */
public record NetworkQuality(double meanAveragePrecision, double meanAccuracy, int labels) {}
