/** How right answers are, and how right their maps. */
@NullMarked
package dev.wherefore.vqa.evaluate;

import org.jspecify.annotations.NullMarked;
