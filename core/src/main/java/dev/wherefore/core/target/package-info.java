/** Targets: the one number that an explanation is about, and arithmetic on such numbers. */
@NullMarked
package dev.wherefore.core.target;

import org.jspecify.annotations.NullMarked;
