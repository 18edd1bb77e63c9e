package dev.wherefore.core.explain;

import ai.djl.ndarray.NDArray;
import dev.wherefore.core.engine.Autograd.Graph;
import dev.wherefore.core.network.Pass;
import java.util.List;

/** How scores are led back to the probes of a pass. */
interface WayBack {

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
