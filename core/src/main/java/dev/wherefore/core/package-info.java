/** What every package of the core may use: errors that a user understands. */
@NullMarked
package dev.wherefore.core;

import org.jspecify.annotations.NullMarked;
