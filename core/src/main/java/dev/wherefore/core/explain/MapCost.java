package dev.wherefore.core.explain;

/**
 * What a method's maps cost.
 *
 * @param seconds the time of all its maps
 * @param passes the passes for one of them
 */
record MapCost(double seconds, Passes passes) {}
