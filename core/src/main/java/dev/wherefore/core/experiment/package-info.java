/** Configs, the run, what is written. */
@NullMarked
package dev.wherefore.core.experiment;

import org.jspecify.annotations.NullMarked;
