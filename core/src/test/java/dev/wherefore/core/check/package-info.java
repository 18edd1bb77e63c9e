/** Checks of maps. */
@NullMarked
package dev.wherefore.core.check;

import org.jspecify.annotations.NullMarked;
