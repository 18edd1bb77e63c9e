package dev.wherefore.core.explain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.wherefore.core.engine.Autograd;
import dev.wherefore.core.engine.Autograd.Graph;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.engine.ReluRule;
import dev.wherefore.core.network.Outputs;
import dev.wherefore.core.network.Pass;
import dev.wherefore.core.target.Target;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The targets' gradients at the picture, one pass for each way back that is asked for. */
final class InputGradients {

    /** Runs the network. */
    @FunctionalInterface
    interface ToInput {

        /**
         * Returns a pass for the gradient at the picture.
         *
         * @param cut whether every ReLU is cut
         */
        Pass run(boolean cut);
    }

    /** Is told what passes gave. */
    @FunctionalInterface
    interface Witness {

        /** Hears of a pass, each row's score, and each picture's outputs. */
        void note(Pass pass, NDArray scores, Outputs perPicture);
    }

    private final Autograd autograd;
    private final NDManager scope;
    private final List<Target> targets;
    private final TargetRows rows;
    private final ToInput network;
    private final Witness witness;
    private final Map<ReluRule, NDArray> found = new EnumMap<>(ReluRule.class);

    InputGradients(
            Autograd autograd,
            NDManager scope,
            List<Target> targets,
            TargetRows rows,
            ToInput network,
            Witness witness) {
        this.autograd = autograd;
        this.scope = scope;
        this.targets = targets;
        this.rows = rows;
        this.network = network;
        this.witness = witness;
    }

    /** The gradient, going back through cuts unless it is the plain one, {@code (R, C, H, W)}. */
    NDArray by(ReluRule rule) {
        return found.computeIfAbsent(rule, this::find);
    }

    private NDArray find(ReluRule rule) {
        try (GradientMode on = GradientMode.on()) {
            Pass pass = network.run(rule != ReluRule.GRADIENT);
            NDList perTarget = new NDList();
            NDList scored = new NDList();
            for (int t = 0; t < targets.size(); t++) {
                Target target = targets.get(t);
                NDArray score = rows.score(target, pass, t);
                NDArray gradient =
                        back(pass, score, rule)
                                .orElseThrow(
                                        () ->
                                                new NotConnectedException(
                                                        target.description(), "the picture"));
                perTarget.add(rows.own(gradient, t));
                scored.add(score);
            }
            witness.note(pass, rows.interleave(scored), rows.outputs(pass, 0));
            return rows.interleave(perTarget);
        }
    }

    private Optional<NDArray> back(Pass pass, NDArray score, ReluRule rule) {
        List<NDArray> scores = List.of(score);
        List<NDArray> input = List.of(pass.input());
        List<NDArray> ones = List.of(score.onesLike());
        return pass.cuts().isEmpty()
                ? autograd.gradients(scope, scores, input, ones, Graph.KEEP).get(0)
                : autograd.throughCuts(scope, scores, ones, input, pass.cuts(), rule).get(0);
    }
}
