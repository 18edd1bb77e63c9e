/** How good a map is. */
@NullMarked
package dev.wherefore.core.metric;

import org.jspecify.annotations.NullMarked;
