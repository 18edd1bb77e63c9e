/** Checks of maps: numbers for which the network is asked again, about changed pictures. */
@NullMarked
package dev.wherefore.core.check;

import org.jspecify.annotations.NullMarked;
