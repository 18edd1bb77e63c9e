/**
 * Explains models that DJL loads: a {@code ZooModel}, an {@code Image} and a target, with pictures
 * prepared by the model's own translator.
 */
@NullMarked
package dev.wherefore.core.zoo;

import org.jspecify.annotations.NullMarked;
