/** How good a network is, and how right its maps are, over many pictures whose truth is known. */
@NullMarked
package dev.wherefore.core.evaluate;

import org.jspecify.annotations.NullMarked;
