package dev.wherefore.core.explain;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.check.Need;
import dev.wherefore.core.engine.Autograd;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.method.Attribution;
import dev.wherefore.core.method.Method;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Explains what a network gave: input, layer, target and method in, explanation out.
 *
 * <p>Several threads may use one explainer at once; each call is a pass of its own and leaves
 * nothing behind. The network belongs to the caller.
 */
public final class Explainer implements AutoCloseable {

    private final Network network;
    private final NDManager manager;
    private final Autograd autograd;
    private final RowCheck rowCheck = new RowCheck();

    /**
     * Constructs an explainer.
     *
     * @param network the network, closed by the caller, later than this
     */
    public Explainer(Network network) {
        this.network = network;
        this.manager = network.newScope();
        this.autograd = new Autograd(manager);
    }

    /**
     * Returns the explanations of each picture.
     *
     * @param inputs B pictures and what goes with them
     * @param request what shall be explained and how
     * @return the explanations of each picture, and what the network gave
     * @throws NotConnectedException if a target does not depend on a layer
     * @throws dev.wherefore.core.UserError if a layer, target or shape does not fit
     */
    public Explanations explain(Inputs inputs, ExplainRequest request) {
        if (request.apart()) {
            return new ApartLayers(this::explain).of(inputs, request);
        }
        Explanations found = maps(inputs, request);
        if (request.tried()) {
            found = new TriedMaps(network, inputs, request).of(found);
        }
        return request.checks().checks().isEmpty()
                ? found
                : new MapChecks(network, autograd, this::maps).of(inputs, request, found);
    }

    private Explanations maps(Inputs inputs, ExplainRequest request) {
        return request.style().augSmooth()
                ? new SmoothedPasses(network, this::explainOnce).explain(inputs, request)
                : explainOnce(inputs, request);
    }

    private Explanations explainOnce(Inputs inputs, ExplainRequest request) {
        List<Draft> drafts = new ArrayList<>();
        List<MapCost> costs = new ArrayList<>();
        Map<String, List<float[]>> vectors;
        List<List<float[]>> words;
        try (NDManager scope = network.newScope();
                GradientMode off = GradientMode.off()) {
            PassEvidence evidence =
                    new PassEvidence(network, autograd, scope, inputs, request, rowCheck);
            for (Method method : request.methods()) {
                PassWatch.begins(method.card().name());
                evidence.count().begin();
                double shared = evidence.sharedSeconds();
                long start = System.nanoTime();
                Attribution attribution = method.attribute(evidence);
                drafts.add(Draft.of(method, attribution, evidence));
                double alone = (System.nanoTime() - start) / 1e9;
                // what the first method waited for, the others would have to wait for too
                double waited = evidence.sharedSeconds() - shared;
                double all = method.needsLayer() ? evidence.sharedSeconds() : waited;
                costs.add(new MapCost(alone - waited + all, evidence.count().passes()));
            }
            vectors = evidence.said().vectors();
            words = evidence.words();
        }
        Shape size = inputs.imageArray().getShape();
        Finisher finisher =
                new Finisher(request, (int) size.get(2), (int) size.get(3), inputs.batch());
        return new Explanations(finisher.finish(drafts, costs), vectors, words);
    }

    /**
     * Returns why checks that need something cannot be made of this network.
     *
     * @param need what they need
     * @return a sentence; nothing where they can
     */
    public Optional<String> refusal(Need need) {
        return need == Need.WEIGHTS && network.weights().isEmpty()
                ? Optional.of(RandomWeights.NO_WEIGHTS)
                : Optional.empty();
    }

    @Override
    public void close() {
        autograd.close();
        manager.close();
    }
}
