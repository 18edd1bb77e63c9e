package dev.wherefore.core.explain;

import ai.djl.ndarray.NDManager;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.Pass;
import dev.wherefore.core.network.PassRequest;
import dev.wherefore.core.target.Target;
import java.util.List;
import java.util.stream.IntStream;

/** Decides what targets are about by the pictures as they are, before these are altered. */
final class DecidedTargets {

    private DecidedTargets() {}

    static List<Target> of(
            Network network, NDManager scope, Inputs inputs, ExplainRequest request) {
        List<Target> targets = request.targets();
        TargetRows rows = new TargetRows(inputs.batch(), targets.size());
        Pass pass = network.run(scope, inputs, PassRequest.PLAIN);
        return IntStream.range(0, targets.size())
                .mapToObj(t -> targets.get(t).decidedBy(rows.outputs(pass, t)))
                .toList();
    }
}
