package dev.wherefore.core.explain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.metric.Faithfulness;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.Pass;
import dev.wherefore.core.network.PassRequest;
import dev.wherefore.core.network.Tapped;
import dev.wherefore.core.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Tries maps: covers the pictures by them and asks the network again, {@link Faithfulness}. Eleven
 * forward passes for each target and method, whatever the number of pictures.
 */
final class TriedMaps {

    private final Network network;
    private final Inputs inputs;
    private final ExplainRequest request;
    private final TargetRows rows;

    TriedMaps(Network network, Inputs inputs, ExplainRequest request) {
        this.network = network;
        this.inputs = inputs;
        this.request = request;
        this.rows = new TargetRows(inputs.batch(), request.targets().size());
    }

    /** The explanations, with what was found out. */
    Explanations of(Explanations found) {
        int targets = request.targets().size();
        int methods = request.methods().size();
        List<List<Explanation>> tried = new ArrayList<>();
        found.pictures().forEach(own -> tried.add(new ArrayList<>()));
        try (NDManager scope = network.newScope();
                GradientMode off = GradientMode.off()) {
            List<Float> negatives = negativeShares(scope);
            List<Target> decided = DecidedTargets.of(network, scope, inputs, request);
            for (int place = 0; place < targets * methods; place++) {
                int at = place;
                int target = place / methods;
                List<Explanation> same = found.pictures().stream().map(p -> p.get(at)).toList();
                List<List<Double>> scores = scores(scope, decided.get(target), target, same);
                for (int i = 0; i < same.size(); i++) {
                    Explanation one = same.get(i);
                    Faithfulness faithfulness = Faithfulness.of(one.score(), scores.get(i));
                    tried.get(i).add(one.tried(new MapTrial(faithfulness, negatives.get(i))));
                }
            }
        }
        return new Explanations(tried, found.vectors(), found.words());
    }

    /** For each picture which share of the tapped activations is below zero. */
    private List<Float> negativeShares(NDManager scope) {
        double[] shares = new double[inputs.batch()];
        if (!request.layers().isEmpty()) {
            PassRequest tapped = PassRequest.tap(request.layers(), 1);
            for (Tapped tap : network.run(scope, inputs, tapped).taps()) {
                NDArray below = tap.activation().lt(0).toType(DataType.FLOAT32, false);
                float[] means =
                        below.reshape(inputs.batch(), -1).mean(new int[] {1}).toFloatArray();
                for (int i = 0; i < shares.length; i++) {
                    shares[i] += means[i] / request.layers().size();
                }
            }
        }
        return DoubleStream.of(shares).mapToObj(share -> (float) share).toList();
    }

    /** For each picture the scores of a target when it is covered by each mask. */
    private List<List<Double>> scores(
            NDManager scope, Target target, int place, List<Explanation> explanations) {
        List<List<Plane>> masks =
                explanations.stream().map(e -> Faithfulness.masks(e.drawn())).toList();
        List<List<Double>> scores = new ArrayList<>();
        masks.forEach(own -> scores.add(new ArrayList<>()));
        for (int step = 0; step < masks.get(0).size(); step++) {
            int at = step;
            float[] found =
                    covered(scope, target, place, masks.stream().map(m -> m.get(at)).toList());
            IntStream.range(0, found.length).forEach(i -> scores.get(i).add((double) found[i]));
        }
        return scores;
    }

    /** The scores of the pictures, each covered by its mask. */
    private float[] covered(NDManager scope, Target target, int place, List<Plane> masks) {
        try (NDManager inner = scope.newSubManager()) {
            Plane first = masks.get(0);
            int size = first.height() * first.width();
            float[] all = new float[masks.size() * size];
            for (int i = 0; i < masks.size(); i++) {
                System.arraycopy(masks.get(i).toArray(), 0, all, i * size, size);
            }
            NDArray mask =
                    inner.create(all, new Shape(masks.size(), 1, first.height(), first.width()));
            NDArray images = mask.mul(inputs.imageArray());
            Pass pass = network.run(inner, inputs.withImage(images), PassRequest.PLAIN);
            NDArray scores = target.score(rows.outputs(pass, place));
            return scores.toType(DataType.FLOAT32, false).toFloatArray();
        }
    }
}
