/** Networks that answer questions: pictures and questions in, logits of answers out. */
@NullMarked
package dev.wherefore.vqa.network;

import org.jspecify.annotations.NullMarked;
