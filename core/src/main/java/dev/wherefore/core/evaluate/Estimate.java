package dev.wherefore.core.evaluate;

/**
 * A mean, and how far it could be off.
 *
 * @param mean the mean
 * @param low the lower end of its 95 % interval
 * @param high the upper end
 * @param count how many values it is the mean of, at least 1
 */
public record Estimate(double mean, double low, double high, long count) {}
