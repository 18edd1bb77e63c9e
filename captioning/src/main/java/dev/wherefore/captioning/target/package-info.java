/** What of a caption is explained: words, phrases, the whole of it. */
@NullMarked
package dev.wherefore.captioning.target;

import org.jspecify.annotations.NullMarked;
