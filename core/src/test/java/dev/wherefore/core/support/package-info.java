/** What the tests of all modules share. */
@NullMarked
package dev.wherefore.core.support;

import org.jspecify.annotations.NullMarked;
