/** Which answers are explained. */
@NullMarked
package dev.wherefore.vqa.answer;

import org.jspecify.annotations.NullMarked;
