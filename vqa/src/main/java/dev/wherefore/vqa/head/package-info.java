/** What answers a question from a picture's features. */
@NullMarked
package dev.wherefore.vqa.head;

import org.jspecify.annotations.NullMarked;
