/** The command line: reads arguments, puts the parts together, prints, sets the exit status. */
@NullMarked
package dev.wherefore.launcher;

import org.jspecify.annotations.NullMarked;
