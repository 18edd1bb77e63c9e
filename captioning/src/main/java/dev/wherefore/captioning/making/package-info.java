/** Makes captions, token by token: greedily, by beam search, by chance. */
@NullMarked
package dev.wherefore.captioning.making;

import org.jspecify.annotations.NullMarked;
