package dev.wherefore.core.network;

import ai.djl.ndarray.NDArray;
import dev.wherefore.core.engine.Cut;
import java.util.List;

/**
 * One run of a network. Its arrays belong to the scope it was run in.
 *
 * @param outputs what the network gave
 * @param input the picture as the network got it; a leaf if its gradient was asked for
 * @param taps what was left at each tapped layer, in the order of the request
 * @param cuts the cuts that were made, in the order of the run
 */
public record Pass(Outputs outputs, NDArray input, List<Tapped> taps, List<Cut> cuts) {}
