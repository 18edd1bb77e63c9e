/** What is true of a scene in words: how objects lie to each other, captions and questions. */
@NullMarked
package dev.wherefore.core.scene.language;

import org.jspecify.annotations.NullMarked;
