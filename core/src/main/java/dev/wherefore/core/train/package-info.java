/**
 * Trains networks: examples made by worker threads, an optimiser that can be saved, checkpoints.
 */
@NullMarked
package dev.wherefore.core.train;

import org.jspecify.annotations.NullMarked;
