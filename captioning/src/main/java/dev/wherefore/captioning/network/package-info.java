/** Captioners as networks: a picture and token ids in, logits of the next tokens out. */
@NullMarked
package dev.wherefore.captioning.network;

import org.jspecify.annotations.NullMarked;
