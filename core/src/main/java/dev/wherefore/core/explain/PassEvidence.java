package dev.wherefore.core.explain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.wherefore.core.engine.Autograd;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.engine.ReluRule;
import dev.wherefore.core.explain.LayerGradients.AtLayer;
import dev.wherefore.core.method.BiasEvidence;
import dev.wherefore.core.method.ChannelSum;
import dev.wherefore.core.method.Evidence;
import dev.wherefore.core.method.EvidenceSource;
import dev.wherefore.core.method.MethodSettings;
import dev.wherefore.core.method.Trials;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.LayerShape;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.Outputs;
import dev.wherefore.core.network.Pass;
import dev.wherefore.core.network.PassRequest;
import dev.wherefore.core.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The evidence about T targets in B pictures, got from as few passes as can be, each made when
 * first asked for. Rows go picture by picture: picture 0's targets, picture 1's targets, ….
 */
final class PassEvidence implements EvidenceSource {

    private final Network network;
    private final Autograd autograd;
    private final NDManager scope;
    private final Inputs inputs;
    private final ExplainRequest request;
    private final RowCheck rowCheck;
    private final LayerMaps maps;
    private final TargetRows rows;
    private final WayBack wayBack;
    private final InputGradients atInput;
    private final LayerGradients gradients;
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
        this.maps = new LayerMaps(network, request.layout(), request.methods());
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
        this.gradients =
                new LayerGradients(
                        network,
                        autograd,
                        scope,
                        inputs,
                        request.targets(),
                        rowCheck,
                        wayBack,
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
            known = evidence(gradients.at(places()));
            sharedSeconds = (System.nanoTime() - start) / 1e9;
            atLayers = known;
        }
        return known;
    }

    @Override
    public List<BiasEvidence> atBiases() {
        Map<String, NDArray> biases = network.biases(scope);
        List<LayerRun> places = new ArrayList<>();
        for (LayerShape ran : network.shapes(scope, inputs)) {
            if (biases.containsKey(ran.layer())) {
                places.add(new LayerRun(ran.layer(), Optional.of(ran.run())));
            }
        }
        if (places.isEmpty()) {
            return List.of();
        }
        List<BiasEvidence> found = new ArrayList<>();
        List<AtLayer> at = gradients.at(places);
        for (int i = 0; i < places.size(); i++) {
            NDArray bias = Objects.requireNonNull(biases.get(places.get(i).layer()));
            found.add(new BiasEvidence(places.get(i).toString(), bias, at.get(i).gradient()));
        }
        return found;
    }

    @Override
    public NDArray atInput(ReluRule rule) {
        return atInput.by(rule);
    }

    @Override
    public List<Evidence> atLayers(ReluRule rule) {
        return rule == ReluRule.GRADIENT
                ? atLayers()
                : new PassEvidence(this, request.targets(), new RuledOrder(autograd, scope, rule))
                        .atLayers();
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

    /** The evidence at the layers of the maps; what the words add is put aside. */
    private List<Evidence> evidence(List<AtLayer> found) {
        List<Evidence> evidence = new ArrayList<>();
        try (GradientMode off = GradientMode.off()) {
            for (int i = 0; i < found.size(); i++) {
                LayerRun place = places().get(i);
                NDArray activation = found.get(i).activation();
                NDArray gradient = found.get(i).gradient();
                long times = gradient.getShape().get(0) / activation.getShape().get(0);
                NDArray expanded = times > 1 ? activation.repeat(0, times) : activation;
                if (i < request.layers().size()) {
                    rows.checkEach(place, gradient);
                    evidence.add(
                            new Evidence(
                                    maps.of(place, expanded),
                                    maps.of(place, gradient),
                                    request.style().eigenSmooth()
                                            ? ChannelSum.PRINCIPAL
                                            : ChannelSum.PLAIN));
                } else {
                    words = expanded.mul(gradient).sum(new int[] {2});
                }
            }
        }
        return evidence;
    }
}
