/** What an explanation costs, as a ratio to what the network alone costs, in one run. */
@NullMarked
package dev.wherefore.bench;

import org.jspecify.annotations.NullMarked;
