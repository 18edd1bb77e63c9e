/** Visual question answering: where a network looked to answer a question. */
@NullMarked
package dev.wherefore.vqa;

import org.jspecify.annotations.NullMarked;
