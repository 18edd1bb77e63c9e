/** Text as networks take it: tokens, and the words that they make. */
@NullMarked
package dev.wherefore.core.text;

import org.jspecify.annotations.NullMarked;
