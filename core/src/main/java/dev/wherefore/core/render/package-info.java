/** Maps as pictures: colour maps, overlays, outlines, contact sheets. */
@NullMarked
package dev.wherefore.core.render;

import org.jspecify.annotations.NullMarked;
