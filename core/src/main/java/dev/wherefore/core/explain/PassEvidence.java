package dev.wherefore.core.explain;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.wherefore.core.engine.Autograd;
import dev.wherefore.core.engine.Autograd.Graph;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.engine.ReluRule;
import dev.wherefore.core.method.ChannelSum;
import dev.wherefore.core.method.Evidence;
import dev.wherefore.core.method.EvidenceSource;
import dev.wherefore.core.method.MethodSettings;
import dev.wherefore.core.method.Trials;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.NetworkFailure;
import dev.wherefore.core.network.Outputs;
import dev.wherefore.core.network.Pass;
import dev.wherefore.core.network.PassRequest;
import dev.wherefore.core.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
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

    private static final String ANY = "any of the targets";

    private final Network network;
    private final Autograd autograd;
    private final NDManager scope;
    private final Inputs inputs;
    private final ExplainRequest request;
    private final RowCheck rowCheck;
    private final TargetRows rows;
    private final WayBack wayBack;
    private final InputGradients atInput;
    private final PassTrials trials;
    private final NetworkSaid said;
    private final NetworkSaid own;
    private @Nullable List<Evidence> atLayers;
    private @Nullable List<Evidence> toSecondOrder;
    private @Nullable NDArray words;
    private double sharedSeconds;

    PassEvidence(
            Network network,
            Autograd autograd,
            NDManager scope,
            Inputs inputs,
            ExplainRequest request,
            RowCheck rowCheck) {
        this(
                network,
                autograd,
                scope,
                inputs,
                request,
                rowCheck,
                new FirstOrder(autograd, scope),
                Optional.empty());
    }

    private PassEvidence(
            Network network,
            Autograd autograd,
            NDManager scope,
            Inputs inputs,
            ExplainRequest request,
            RowCheck rowCheck,
            WayBack wayBack,
            Optional<NetworkSaid> asked) {
        this.network = network;
        this.autograd = autograd;
        this.scope = scope;
        this.inputs = inputs;
        this.request = request;
        this.rowCheck = rowCheck;
        this.wayBack = wayBack;
        this.rows = new TargetRows(inputs.batch(), request.targets().size());
        this.own =
                new NetworkSaid(
                        inputs,
                        request.targets(),
                        rows,
                        () -> network.run(scope, inputs, PassRequest.PLAIN));
        this.said = asked.orElse(own);
        this.trials = new PassTrials(network, autograd, scope, inputs, request, own::scores);
        this.atInput =
                new InputGradients(
                        autograd,
                        scope,
                        request.targets(),
                        rows,
                        cut -> network.run(scope, inputs, PassRequest.toInput(cut)),
                        this::note);
    }

    /** Evidence from passes of its own about other targets; what was asked for stays. */
    private PassEvidence(PassEvidence asked, List<Target> targets, WayBack wayBack) {
        this(
                asked.network,
                asked.autograd,
                asked.scope,
                asked.inputs,
                asked.request.withTargets(targets).withWords(Optional.empty()),
                asked.rowCheck,
                wayBack,
                Optional.of(asked.said));
    }

    @Override
    public List<Evidence> atLayers() {
        List<Evidence> known = atLayers;
        if (known == null) {
            long start = System.nanoTime();
            known = targets() == 1 ? oneByOne() : together().orElseGet(this::oneByOne);
            sharedSeconds = (System.nanoTime() - start) / 1e9;
            atLayers = known;
        }
        return known;
    }

    @Override
    public NDArray atInput(ReluRule rule) {
        return atInput.by(rule);
    }

    @Override
    public List<Evidence> atLayersToSecondOrder() {
        List<Evidence> known = toSecondOrder;
        if (known == null) {
            WayBack second = new SecondOrder(autograd, scope);
            known = new PassEvidence(this, request.targets(), second).atLayers();
            toSecondOrder = known;
        }
        return known;
    }

    @Override
    public EvidenceSource about(UnaryOperator<Target> change) {
        List<Target> others = request.targets().stream().map(change).toList();
        return new PassEvidence(this, others, wayBack);
    }

    @Override
    public NDArray pictures() {
        return inputs.imageArray();
    }

    @Override
    public int targets() {
        return rows.targets();
    }

    @Override
    public List<String> layers() {
        return request.layers().stream().map(LayerRun::toString).toList();
    }

    @Override
    public float[] scores() {
        return own.scores().clone();
    }

    @Override
    public NDArray about(NDArray pictures, Function<EvidenceSource, NDArray> made) {
        try (NDManager inner = scope.newSubManager()) {
            Inputs others = inputs.withImage(pictures);
            NDArray array =
                    made.apply(
                            new PassEvidence(network, autograd, inner, others, request, rowCheck));
            array.attach(scope);
            return array;
        }
    }

    @Override
    public Trials trials() {
        return trials;
    }

    @Override
    public MethodSettings settings() {
        return request.settings();
    }

    /** How long the passes took that all methods of layers share; 0 before they were made. */
    double sharedSeconds() {
        return sharedSeconds;
    }

    /** What the network said; a pass is made for it if none was. */
    NetworkSaid said() {
        return said;
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
        return OutputVectors.perTarget(found, targets());
    }

    private void note(Pass pass, NDArray allScores, Outputs perPicture) {
        own.keep(allScores, perPicture);
        said.keepFrom(pass);
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
                perTarget.add(rows.score(request.targets().get(t), pass, t));
            }
            // (B, T), row by row: the order of the probe's rows
            NDArray all = NDArrays.stack(perTarget, 1).reshape(rows.all());
            if (!rowCheck.areApart(places, () -> gradientOfOneRow(all, pass))) {
                return Optional.empty();
            }
            List<NDArray> gradients = wayBack.toProbes(all, pass, ANY, Graph.FREE);
            note(pass, all, pass.outputs().rowsOf(0, targets));
            return Optional.of(evidence(pass, gradients));
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
    private List<Evidence> oneByOne() {
        try (GradientMode on = GradientMode.on()) {
            Pass pass = network.run(scope, inputs, PassRequest.tap(places(), 1));
            List<NDList> perLayer = new ArrayList<>();
            places().forEach(layer -> perLayer.add(new NDList()));
            NDList scored = new NDList();
            for (int t = 0; t < targets(); t++) {
                Target target = request.targets().get(t);
                NDArray score = rows.score(target, pass, t);
                Graph graph = t + 1 < targets() ? Graph.KEEP : Graph.FREE;
                List<NDArray> gradients =
                        wayBack.toProbes(score, pass, target.description(), graph);
                for (int i = 0; i < gradients.size(); i++) {
                    perLayer.get(i).add(rows.own(gradients.get(i), t));
                }
                scored.add(score);
            }
            note(pass, rows.interleave(scored), rows.outputs(pass, 0));
            return evidence(pass, perLayer.stream().map(rows::interleave).toList());
        }
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
}
