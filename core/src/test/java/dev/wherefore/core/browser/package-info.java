/** A browser for tests of pages. */
@NullMarked
package dev.wherefore.core.browser;

import org.jspecify.annotations.NullMarked;
