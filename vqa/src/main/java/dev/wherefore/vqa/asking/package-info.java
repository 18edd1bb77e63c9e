/** Questions as a network takes them, and what it answers. */
@NullMarked
package dev.wherefore.vqa.asking;

import org.jspecify.annotations.NullMarked;
