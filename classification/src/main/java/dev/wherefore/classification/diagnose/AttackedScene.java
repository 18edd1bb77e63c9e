package dev.wherefore.classification.diagnose;

import dev.wherefore.core.image.PreparedPicture;
import dev.wherefore.core.scene.Scene;
import java.util.List;

/**
 * A scene as a network gets it, and what the network says and shows of it.
 *
 * @param scene the scene as it was drawn
 * @param place its number among all, from 0
 * @param picture the network's input, as it is or attacked
 * @param probabilities of all classes
 * @param shown the kinds that the scene shows, with the maps of this input
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record AttackedScene(
        Scene scene,
        int place,
        PreparedPicture picture,
        float[] probabilities,
        List<ShownKind> shown) {}
