/** What a caption's words owe to the picture, and what to the words before them. */
@NullMarked
package dev.wherefore.captioning.grounding;

import org.jspecify.annotations.NullMarked;
