/**
 * Methods: how the evidence that a pass leaves becomes a map. Arithmetic alone; no network, no
 * task, no engine detail. One small class a method, bound by name in {@link
 * dev.wherefore.core.method.MethodModule}.
 */
@NullMarked
package dev.wherefore.core.method;

import org.jspecify.annotations.NullMarked;
