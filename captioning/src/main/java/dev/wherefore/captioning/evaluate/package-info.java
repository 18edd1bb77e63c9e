/** Evaluates captioners: how true their captions are, and how right the maps of their words. */
@NullMarked
package dev.wherefore.captioning.evaluate;

import org.jspecify.annotations.NullMarked;
