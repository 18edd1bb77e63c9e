/** Loads networks from files of every format there is. */
@NullMarked
package dev.wherefore.core.network.load;

import org.jspecify.annotations.NullMarked;
