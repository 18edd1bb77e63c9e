/** Drawn street scenes whose truth is known to the pixel. */
@NullMarked
package dev.wherefore.core.scene;

import org.jspecify.annotations.NullMarked;
