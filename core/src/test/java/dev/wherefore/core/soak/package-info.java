/** That memory stays flat over thousands of explanations. */
@NullMarked
package dev.wherefore.core.soak;

import org.jspecify.annotations.NullMarked;
