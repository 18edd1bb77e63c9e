/** Training of networks that answer questions about drawn scenes. */
@NullMarked
package dev.wherefore.vqa.train;

import org.jspecify.annotations.NullMarked;
