package dev.wherefore.core.explain;

import ai.djl.ndarray.NDManager;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.Outputs;
import dev.wherefore.core.network.Pass;
import dev.wherefore.core.network.PassRequest;
import dev.wherefore.core.target.Target;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Decides what targets are about by the pictures as they are, before these are altered. */
final class DecidedTargets {

    private DecidedTargets() {}

    static List<Target> of(
            Network network, NDManager scope, Inputs inputs, ExplainRequest request) {
        List<Target> targets = request.targets();
        return each(network, scope, inputs, targets, (t, o) -> targets.get(t).decidedBy(o));
    }

    /**
     * Something else for each target.
     *
     * @param dice where the chance of a picture and target comes from
     */
    static List<Target> others(
            Network network,
            Inputs inputs,
            List<Target> targets,
            BiFunction<Integer, Integer, SplittableRandom> dice) {
        try (NDManager inner = network.newScope()) {
            return each(
                    network,
                    inner,
                    inputs,
                    targets,
                    (target, outputs) ->
                            targets.get(target)
                                    .other(
                                            outputs,
                                            IntStream.range(0, inputs.batch())
                                                    .mapToObj(p -> dice.apply(p, target))
                                                    .toList()));
        }
    }

    private static List<Target> each(
            Network network,
            NDManager scope,
            Inputs inputs,
            List<Target> targets,
            BiFunction<Integer, Outputs, Target> rule) {
        TargetRows rows = new TargetRows(inputs.batch(), targets.size());
        Pass pass = network.run(scope, inputs, PassRequest.PLAIN);
        return IntStream.range(0, targets.size())
                .mapToObj(t -> rule.apply(t, rows.outputs(pass, t)))
                .toList();
    }
}
