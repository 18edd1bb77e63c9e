/**
 * How a drawn scene gets onto pixels: shapes, paints, a rasteriser that gives the same bytes
 * everywhere, and one drawing per kind of object.
 */
@NullMarked
package dev.wherefore.core.scene.draw;

import org.jspecify.annotations.NullMarked;
