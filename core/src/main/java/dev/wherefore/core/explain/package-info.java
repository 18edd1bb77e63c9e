/** Explains: input, layer, target and method in, explanation out. */
@NullMarked
package dev.wherefore.core.explain;

import org.jspecify.annotations.NullMarked;
