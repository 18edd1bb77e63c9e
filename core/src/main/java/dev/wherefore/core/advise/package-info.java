/** Compares layers of a network by how faithful their maps are. */
@NullMarked
package dev.wherefore.core.advise;

import org.jspecify.annotations.NullMarked;
