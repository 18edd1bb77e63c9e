/** Launcher. */
@NullMarked
package dev.wherefore.launcher;

import org.jspecify.annotations.NullMarked;
