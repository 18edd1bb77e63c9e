/** Trains captioners on drawn scenes. */
@NullMarked
package dev.wherefore.captioning.train;

import org.jspecify.annotations.NullMarked;
