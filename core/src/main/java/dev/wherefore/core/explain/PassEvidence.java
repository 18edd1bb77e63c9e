package dev.wherefore.core.explain;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import dev.wherefore.core.UserError;
import dev.wherefore.core.engine.Autograd;
import dev.wherefore.core.engine.Autograd.Graph;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.engine.ReluRule;
import dev.wherefore.core.method.ChannelSum;
import dev.wherefore.core.method.Evidence;
import dev.wherefore.core.method.EvidenceSource;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.NetworkFailure;
import dev.wherefore.core.network.Outputs;
import dev.wherefore.core.network.Pass;
import dev.wherefore.core.network.PassRequest;
import dev.wherefore.core.network.Tapped;
import dev.wherefore.core.target.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The evidence about T targets in B pictures, got from as few passes as can be, each made when
 * first asked for. Rows go picture by picture: picture 0's targets, picture 1's targets, ….
 *
 * <p>At layers, all targets share one forward and one backward pass through a probe of B·T rows.
 * Where what follows the layer cannot run on more rows than came in (something from before the tap
 * meets something after it, rows meet each other, or a traced program has fixed its batch), one
 * forward pass is differentiated T times instead.
 */
final class PassEvidence implements EvidenceSource {

    private final Network network;
    private final Autograd autograd;
    private final NDManager scope;
    private final Inputs inputs;
    private final ExplainRequest request;
    private final RowCheck rowCheck;
    private final Map<ReluRule, NDArray> atInput = new EnumMap<>(ReluRule.class);
    private final TargetRows rows;
    private @Nullable List<Evidence> atLayers;
    private @Nullable NDArray words;
    private float @Nullable [] scores;
    private @Nullable Map<String, List<float[]>> vectors;

    PassEvidence(
            Network network,
            Autograd autograd,
            NDManager scope,
            Inputs inputs,
            ExplainRequest request,
            RowCheck rowCheck) {
        this.network = network;
        this.autograd = autograd;
        this.scope = scope;
        this.inputs = inputs;
        this.request = request;
        this.rowCheck = rowCheck;
        this.rows = new TargetRows(inputs.batch(), request.targets().size());
    }

    @Override
    public List<Evidence> atLayers() {
        List<Evidence> known = atLayers;
        if (known == null) {
            known = targets() == 1 ? oneByOne() : together().orElseGet(this::oneByOne);
            atLayers = known;
        }
        return known;
    }

    @Override
    public NDArray atInput(ReluRule rule) {
        return atInput.computeIfAbsent(rule, this::toInput);
    }

    /** The score of each row; some evidence must have been asked for before. */
    float[] scores() {
        float[] known = scores;
        if (known == null) {
            throw new IllegalStateException("no pass was made yet");
        }
        return known;
    }

    /** What the network gave for each picture, by the output's name: those of shape (rows, K). */
    Map<String, List<float[]>> vectors() {
        Map<String, List<float[]>> known = vectors;
        if (known == null) {
            throw new IllegalStateException("no pass was made yet");
        }
        return known;
    }

    /** For each picture and target what each token adds; none where no words were asked for. */
    List<List<float[]>> words() {
        if (request.words().isEmpty()) {
            return List.of();
        }
        atLayers();
        NDArray found = words;
        if (found == null) {
            throw new IllegalStateException("the layer of the words was not tapped");
        }
        int length = (int) found.getShape().get(1);
        float[] all = found.toType(DataType.FLOAT32, false).toFloatArray();
        List<List<float[]>> pictures = new ArrayList<>();
        for (int from = 0; from < all.length; from += length * targets()) {
            List<float[]> own = new ArrayList<>();
            for (int t = 0; t < targets(); t++) {
                int start = from + t * length;
                own.add(Arrays.copyOfRange(all, start, start + length));
            }
            pictures.add(List.copyOf(own));
        }
        return pictures;
    }

    private void note(NDArray allScores, Outputs perPicture) {
        if (scores == null) {
            scores = allScores.toType(DataType.FLOAT32, false).toFloatArray();
            vectors = OutputVectors.of(perPicture, inputs.batch());
        }
    }

    private int targets() {
        return rows.targets();
    }

    /** The layers of the maps, and that of the words. */
    private List<LayerRun> places() {
        List<LayerRun> places = new ArrayList<>(request.layers());
        request.words().ifPresent(places::add);
        return places;
    }

    /** One pass with a row for each target; nothing if the network cannot run it. */
    private Optional<List<Evidence>> together() {
        int targets = targets();
        List<LayerRun> places = places();
        try (GradientMode on = GradientMode.on()) {
            Pass pass = network.run(scope, inputs, PassRequest.tap(places, targets));
            if (!TargetRows.has(pass.outputs(), rows.all())) {
                return Optional.empty();
            }
            NDList perTarget = new NDList();
            for (int t = 0; t < targets; t++) {
                perTarget.add(score(request.targets().get(t), pass, t));
            }
            // (B, T), row by row: the order of the probe's rows
            NDArray all = NDArrays.stack(perTarget, 1).reshape(rows.all());
            if (!rowCheck.areApart(places, () -> gradientOfOneRow(all, pass))) {
                return Optional.empty();
            }
            List<NDArray> gradients = gradients(all, pass, "any of the targets", Graph.FREE);
            note(all, pass.outputs().rowsOf(0, targets));
            return Optional.of(evidence(pass, gradients));
        } catch (EngineException | NetworkFailure e) {
            return Optional.empty();
        }
    }

    /** The gradient of the first row's score alone, at the first tapped layer. */
    private NDArray gradientOfOneRow(NDArray scores, Pass pass) {
        NDArray firstRow = scores.get("0:1");
        return gradients(firstRow, pass, "any of the targets", Graph.KEEP).get(0);
    }

    /** One forward pass, differentiated once for each target. */
    private List<Evidence> oneByOne() {
        try (GradientMode on = GradientMode.on()) {
            Pass pass = network.run(scope, inputs, PassRequest.tap(places(), 1));
            List<NDList> perLayer = new ArrayList<>();
            places().forEach(layer -> perLayer.add(new NDList()));
            NDList scored = new NDList();
            for (int t = 0; t < targets(); t++) {
                Target target = request.targets().get(t);
                NDArray score = score(target, pass, t);
                Graph graph = t + 1 < targets() ? Graph.KEEP : Graph.FREE;
                List<NDArray> gradients = gradients(score, pass, target.description(), graph);
                for (int i = 0; i < gradients.size(); i++) {
                    perLayer.get(i).add(rows.own(gradients.get(i), t));
                }
                scored.add(score);
            }
            note(rows.interleave(scored), rows.outputs(pass, 0));
            return evidence(pass, perLayer.stream().map(rows::interleave).toList());
        }
    }

    private List<NDArray> gradients(NDArray score, Pass pass, String target, Graph graph) {
        List<NDArray> probes = pass.taps().stream().map(Tapped::probe).toList();
        NDArray ones = score.onesLike();
        List<Optional<NDArray>> found =
                autograd.gradients(scope, List.of(score), probes, List.of(ones), graph);
        List<NDArray> gradients = new ArrayList<>();
        for (int i = 0; i < probes.size(); i++) {
            String place = "the layer '" + pass.taps().get(i).place() + "'";
            gradients.add(found.get(i).orElseThrow(() -> new NotConnectedException(target, place)));
        }
        return gradients;
    }

    private List<Evidence> evidence(Pass pass, List<NDArray> gradients) {
        List<Evidence> evidence = new ArrayList<>();
        try (GradientMode off = GradientMode.off()) {
            for (int i = 0; i < gradients.size(); i++) {
                NDArray activation = pass.taps().get(i).activation();
                long times = gradients.get(i).getShape().get(0) / activation.getShape().get(0);
                NDArray expanded = times > 1 ? activation.repeat(0, times) : activation;
                if (i < request.layers().size()) {
                    evidence.add(
                            new Evidence(
                                    request.layout().toMaps(expanded),
                                    request.layout().toMaps(gradients.get(i)),
                                    request.style().eigenSmooth()
                                            ? ChannelSum.PRINCIPAL
                                            : ChannelSum.PLAIN));
                } else {
                    words = expanded.mul(gradients.get(i)).sum(new int[] {2});
                }
            }
        }
        return evidence;
    }

    /** The gradient at the input, going back through cuts unless it is the plain one. */
    private NDArray toInput(ReluRule rule) {
        try (GradientMode on = GradientMode.on()) {
            Pass pass = network.run(scope, inputs, PassRequest.toInput(rule != ReluRule.GRADIENT));
            NDList perTarget = new NDList();
            NDList scored = new NDList();
            for (int t = 0; t < targets(); t++) {
                Target target = request.targets().get(t);
                NDArray score = score(target, pass, t);
                Optional<NDArray> gradient = backToInput(pass, score, rule);
                NDArray found =
                        gradient.orElseThrow(
                                () ->
                                        new NotConnectedException(
                                                target.description(), "the picture"));
                perTarget.add(rows.own(found, t));
                scored.add(score);
            }
            note(rows.interleave(scored), rows.outputs(pass, 0));
            return rows.interleave(perTarget);
        }
    }

    private Optional<NDArray> backToInput(Pass pass, NDArray score, ReluRule rule) {
        List<NDArray> scores = List.of(score);
        List<NDArray> input = List.of(pass.input());
        List<NDArray> ones = List.of(score.onesLike());
        return pass.cuts().isEmpty()
                ? autograd.gradients(scope, scores, input, ones, Graph.KEEP).get(0)
                : autograd.throughCuts(scope, scores, ones, input, pass.cuts(), rule).get(0);
    }

    private NDArray score(Target target, Pass pass, int row) {
        NDArray score = target.score(rows.outputs(pass, row));
        if (score.getShape().dimension() != 1 || score.size() != inputs.batch()) {
            throw new UserError(
                    "the target '%s' must give one number per picture, %d in all, found the shape %s"
                            .formatted(target.description(), inputs.batch(), score.getShape()));
        }
        return score;
    }
}
