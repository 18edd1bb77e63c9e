package dev.wherefore.core.explain;

import ai.djl.ndarray.NDArray;
import dev.wherefore.core.engine.Autograd.Graph;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.Pass;
import dev.wherefore.core.network.PassRequest;
import java.util.List;

/** How scores are led back to the probes of a pass. */
interface WayBack {

    /**
     * Returns the pass that this way leads back through.
     *
     * @param places the layers to tap
     * @param rowsPerImage how many rows follow for each picture
     * @return the request
     */
    default PassRequest pass(List<LayerRun> places, int rowsPerImage) {
        return PassRequest.tap(places, rowsPerImage);
    }

    /**
     * Returns whether targets share a way back.
     *
     * @return false where each must be led back by itself
     */
    default boolean shared() {
        return true;
    }

    /**
     * Returns what the scores give at each probe.
     *
     * @param scores {@code (R)}
     * @param pass the pass that they were made of
     * @param target what the scores are, for errors
     * @param graph what becomes of the pass's graph
     * @return for each tap of the pass an array of its probe's shape
     * @throws NotConnectedException if the scores do not depend on a tap
     */
    List<NDArray> toProbes(NDArray scores, Pass pass, String target, Graph graph);
}
