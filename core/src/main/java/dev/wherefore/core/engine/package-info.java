/**
 * The only place that calls the engine's internals: running a rewritten program, vector-Jacobian
 * products, gradient mode.
 */
@NullMarked
package dev.wherefore.core.engine;

import org.jspecify.annotations.NullMarked;
