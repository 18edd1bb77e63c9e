/** Diagnoses of classifiers, on drawn scenes. */
@NullMarked
package dev.wherefore.classification.diagnose;

import org.jspecify.annotations.NullMarked;
