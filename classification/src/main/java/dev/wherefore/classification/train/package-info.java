/** Trains classifiers on drawn scenes. */
@NullMarked
package dev.wherefore.classification.train;

import org.jspecify.annotations.NullMarked;
