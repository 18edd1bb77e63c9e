/** Captioning: which part of the picture made a network say a word. */
@NullMarked
package dev.wherefore.captioning;

import org.jspecify.annotations.NullMarked;
