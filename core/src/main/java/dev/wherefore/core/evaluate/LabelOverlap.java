package dev.wherefore.core.evaluate;

/**
 * How many pixels of a picture are of a label, and were found to be.
 *
 * @param label the label's place, from 1; 0 for the background
 * @param both how many are and were
 * @param found how many were found
 * @param there how many are
 */
record LabelOverlap(int label, long both, long found, long there) {}
