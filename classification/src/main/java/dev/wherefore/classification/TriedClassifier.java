package dev.wherefore.classification;

import dev.wherefore.core.image.Preprocessing;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.Network;
import java.util.List;

/**
 * A network that was tried on a picture, and fits its config.
 *
 * @param network the network; closed by whom it was loaded for
 * @param preprocessing how pictures become its input
 * @param scores what its output means
 * @param classes how many classes it has
 * @param layers the layers to tap; none if no method needs one
 * @param facts what to tell the user of all this
 */
public record TriedClassifier(
        Network network,
        Preprocessing preprocessing,
        ClassScores scores,
        int classes,
        List<LayerRun> layers,
        List<String> facts) {

    /** Copies the lists. */
    public TriedClassifier {
        layers = List.copyOf(layers);
        facts = List.copyOf(facts);
    }
}
