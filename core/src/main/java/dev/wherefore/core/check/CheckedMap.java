package dev.wherefore.core.check;

import dev.wherefore.core.image.PixelMap;
import dev.wherefore.core.image.Plane;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A map of one class, word or answer in one picture, and the network that it is about. The class,
 * word or answer stays the same in changed pictures, whatever the network would say of them.
 */
public interface CheckedMap {

    /**
     * Returns the heat.
     *
     * @return {@code (H, W)} in [0, 1], at the size of the network's input
     */
    Plane heat();

    /**
     * Returns the picture as the network is given it.
     *
     * @return {@code (C, H, W)}
     */
    PixelMap picture();

    /**
     * Returns the network's confidence in what is explained, see {@link
     * dev.wherefore.core.target.Target#confidence}.
     *
     * @param changed changed pictures, of the picture's size
     * @return the confidence in each, one forward pass of a row each
     */
    double[] confidences(List<PixelMap> changed);

    /**
     * Returns the network's confidence in what is explained. All maps of one target share the
     * passes.
     *
     * @param changes what is done to the picture
     * @return the confidence after each change
     */
    double[] confidencesAfter(List<PictureChange> changes);

    /**
     * Returns the map that the same method makes of a changed picture.
     *
     * @param changed the changed picture
     * @return {@code (H, W)} in [0, 1]
     */
    Plane mapOf(PixelMap changed);

    /**
     * Returns the map that the same method makes of a changed picture. All targets, methods and
     * pictures share the passes.
     *
     * @param change what is done to the picture
     * @return {@code (H, W)} in [0, 1]
     */
    Plane mapAfter(PictureChange change);

    /**
     * Returns the maps that the same method makes of the picture while layers of the network have
     * random weights. All targets, methods and pictures share the passes.
     *
     * @param order in which order layers get them
     * @return a map for each step, at least one
     */
    List<RandomisedMap> randomised(LayerOrder order);

    /**
     * Returns the map that the same method makes of another target of the same kind, drawn by
     * chance. All targets, methods and pictures share the passes.
     *
     * @return {@code (H, W)} in [0, 1]
     */
    Plane ofOtherTarget();

    /**
     * Returns what another check finds, without asking twice.
     *
     * @param check the check
     * @return what it finds for this map
     */
    Finding finding(Check check);

    /**
     * Returns where chance comes from. It begins anew with each call, and alike for all maps of one
     * picture and target, so that these meet the same chance.
     *
     * @return the chance
     */
    SplittableRandom dice();

    /**
     * Returns the confidence in the picture as it is.
     *
     * @return the confidence
     */
    default double confidence() {
        return confidencesAfter(List.of(PictureChange.NONE))[0];
    }
}
