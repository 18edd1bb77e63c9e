package dev.wherefore.core.explain;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.wherefore.core.engine.Autograd;
import dev.wherefore.core.engine.Autograd.Graph;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.NetworkFailure;
import dev.wherefore.core.network.Pass;
import dev.wherefore.core.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The targets' gradients at layers.
 *
 * <p>All targets share one forward and one backward pass through a probe of B·T rows. Where what
 * follows the layer cannot run on more rows than came in (something from before the tap meets
 * something after it, rows meet each other, or a traced program has fixed its batch), one forward
 * pass is differentiated T times instead.
 */
final class LayerGradients {

    private static final String ANY = "any of the targets";

    /**
     * What a pass leaves at a layer, laid out as the layer does.
     *
     * @param activation what it gave, {@code (B, …)} or {@code (R, …)}
     * @param gradient the targets' gradient by it, {@code (R, …)}
     */
    record AtLayer(NDArray activation, NDArray gradient) {}

    private final Network network;
    private final Autograd autograd;
    private final NDManager scope;
    private final Inputs inputs;
    private final List<Target> targets;
    private final TargetRows rows;
    private final RowCheck rowCheck;
    private final WayBack wayBack;
    private final InputGradients.Witness witness;

    LayerGradients(
            Network network,
            Autograd autograd,
            NDManager scope,
            Inputs inputs,
            List<Target> targets,
            RowCheck rowCheck,
            WayBack wayBack,
            InputGradients.Witness witness) {
        this.network = network;
        this.autograd = autograd;
        this.scope = scope;
        this.inputs = inputs;
        this.targets = targets;
        this.rows = new TargetRows(inputs.batch(), targets.size());
        this.rowCheck = rowCheck;
        this.wayBack = wayBack;
        this.witness = witness;
    }

    /** What one pass, or one for each target, leaves at some layers. */
    List<AtLayer> at(List<LayerRun> places) {
        return targets.size() == 1 || !wayBack.shared()
                ? oneByOne(places)
                : together(places).orElseGet(() -> oneByOne(places));
    }

    /** One pass with a row for each target; nothing if the network cannot run it. */
    private Optional<List<AtLayer>> together(List<LayerRun> places) {
        int count = targets.size();
        try (GradientMode on = GradientMode.on()) {
            Pass pass = network.run(scope, inputs, wayBack.pass(places, count));
            if (!TargetRows.has(pass.outputs(), rows.all())) {
                return Optional.empty();
            }
            NDList perTarget = new NDList();
            for (int t = 0; t < count; t++) {
                perTarget.add(rows.score(targets.get(t), pass, t));
            }
            // (B, T), row by row: the order of the probe's rows
            NDArray all = NDArrays.stack(perTarget, 1).reshape(rows.all());
            if (!rowCheck.areApart(places, () -> gradientOfOneRow(all, pass))) {
                return Optional.empty();
            }
            List<NDArray> gradients = wayBack.toProbes(all, pass, ANY, Graph.FREE);
            witness.note(pass, all, pass.outputs().rowsOf(0, count));
            return Optional.of(atLayers(pass, gradients));
        } catch (EngineException | NetworkFailure e) {
            return Optional.empty();
        }
    }

    /** The gradient of the first row's score alone, at the first tapped layer. */
    private NDArray gradientOfOneRow(NDArray scores, Pass pass) {
        NDArray firstRow = scores.get("0:1");
        WayBack first = new FirstOrder(autograd, scope);
        return first.toProbes(firstRow, pass, ANY, Graph.KEEP).get(0);
    }

    /** One forward pass, differentiated once for each target. */
    private List<AtLayer> oneByOne(List<LayerRun> places) {
        try (GradientMode on = GradientMode.on()) {
            Pass pass = network.run(scope, inputs, wayBack.pass(places, 1));
            List<NDList> perLayer = new ArrayList<>();
            places.forEach(layer -> perLayer.add(new NDList()));
            NDList scored = new NDList();
            for (int t = 0; t < targets.size(); t++) {
                Target target = targets.get(t);
                NDArray score = rows.score(target, pass, t);
                Graph graph = t + 1 < targets.size() ? Graph.KEEP : Graph.FREE;
                List<NDArray> gradients =
                        wayBack.toProbes(score, pass, target.description(), graph);
                for (int i = 0; i < gradients.size(); i++) {
                    perLayer.get(i).add(rows.own(gradients.get(i), t));
                }
                scored.add(score);
            }
            witness.note(pass, rows.interleave(scored), rows.outputs(pass, 0));
            return atLayers(pass, perLayer.stream().map(rows::interleave).toList());
        }
    }

    private static List<AtLayer> atLayers(Pass pass, List<NDArray> gradients) {
        List<AtLayer> found = new ArrayList<>();
        for (int i = 0; i < gradients.size(); i++) {
            found.add(new AtLayer(pass.taps().get(i).activation(), gradients.get(i)));
        }
        return found;
    }
}
