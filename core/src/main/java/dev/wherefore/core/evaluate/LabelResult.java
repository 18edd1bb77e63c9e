package dev.wherefore.core.evaluate;

import java.util.Map;
import java.util.Optional;

/**
 * How a label fares.
 *
 * @param label the label
 * @param shown how many scenes show it
 * @param averagePrecision how well the network tells the scenes that show it from the others, from
 *     0 to 1; nothing if none shows it or the task gives no scores
 * @param accuracy in which share of the scenes the network is right about it at a probability of
 *     0.5; nothing if the task gives no scores
 * @param maps how many maps each method made of it
 * @param objectShare which share of the picture it covers in the mean; nothing without maps
 * @param pointing the mean of the pointing game by each method and baseline
 * @param metrics the mean by each metric, by method or baseline first
 */
public record LabelResult(
        String label,
        int shown,
        Optional<Double> averagePrecision,
        Optional<Double> accuracy,
        int maps,
        Optional<Double> objectShare,
        Map<String, Double> pointing,
        Map<String, Map<String, Double>> metrics) {}
