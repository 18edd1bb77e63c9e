/** Scores captions by what people wrote about the same pictures. */
@NullMarked
package dev.wherefore.captioning.score;

import org.jspecify.annotations.NullMarked;
