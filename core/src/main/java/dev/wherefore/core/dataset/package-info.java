/** Data sets of photographs, of which people have said what they show, and where. */
@NullMarked
package dev.wherefore.core.dataset;

import org.jspecify.annotations.NullMarked;
