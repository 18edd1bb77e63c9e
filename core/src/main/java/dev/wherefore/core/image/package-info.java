/**
 * Pictures and planes: decode, orient, resample, normalise; the geometry goes along, so that a map
 * can be drawn on the picture the user gave.
 */
@NullMarked
package dev.wherefore.core.image;

import org.jspecify.annotations.NullMarked;
