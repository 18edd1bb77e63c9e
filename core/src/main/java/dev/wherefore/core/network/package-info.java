/**
 * Networks, their layers by name, and taps: a pass through a network gives its outputs and, at the
 * tapped layers, what the layer gave and a probe to differentiate by.
 */
@NullMarked
package dev.wherefore.core.network;

import org.jspecify.annotations.NullMarked;
