/** COCO's files of captions and instances, as the world has them, read as a stream. */
@NullMarked
package dev.wherefore.core.coco;

import org.jspecify.annotations.NullMarked;
