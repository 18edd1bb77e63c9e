/** What reading, resizing and mapping pictures promise. */
@NullMarked
package dev.wherefore.core.image;

import org.jspecify.annotations.NullMarked;
