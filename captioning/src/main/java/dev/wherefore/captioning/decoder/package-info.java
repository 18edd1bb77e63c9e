/** Decoders: what a captioner makes of a picture's features, word by word. */
@NullMarked
package dev.wherefore.captioning.decoder;

import org.jspecify.annotations.NullMarked;
