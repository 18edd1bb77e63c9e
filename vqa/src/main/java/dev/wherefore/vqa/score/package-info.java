/** How right an answer is, as the benchmarks count. */
@NullMarked
package dev.wherefore.vqa.score;

import org.jspecify.annotations.NullMarked;
