package dev.wherefore.core.scene;

import dev.wherefore.core.image.Rectangle;
import java.util.Optional;

/**
 * An object of a scene, as far as it can be seen.
 *
 * @param index its place in {@link Scene#objects()}, from 0
 * @param kind what it is
 * @param colour its colour, for kinds that have one worth asking for
 * @param pose its pose or variant, in lower case with dashes: {@code "sitting"}
 * @param mask the pixels of it that can be seen
 * @param box the smallest rectangle of whole pixels around the visible ones; of no size, at the
 *     origin, if none is visible
 * @param visibleShare the visible pixels' share of all that it would cover if nothing were before
 *     it and the picture had no edge, from 0 to 1
 * @param depth its place in the order of painting, from 0 for the one farthest away
 * @param present whether enough of it can be seen for a viewer to say that it is there, see {@link
 *     SceneSettings}
 */
public record SceneObject(
        int index,
        Kind kind,
        Optional<Colour> colour,
        String pose,
        Mask mask,
        Rectangle box,
        double visibleShare,
        int depth,
        boolean present) {}
