package dev.wherefore.core.explain;

import dev.wherefore.core.UserError;
import dev.wherefore.core.check.CheckPlan;
import dev.wherefore.core.method.Method;
import dev.wherefore.core.method.MethodSettings;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What shall be explained and how.
 *
 * @param layers the layers to tap; may be empty if no method needs one
 * @param layout how the layers' outputs are laid out
 * @param targets what to explain, at least one
 * @param methods how, at least one
 * @param fusion how the maps of several layers are joined
 * @param sharedScale whether the heatmaps of one picture and method share one scale, so that their
 *     colours can be compared; else each is spread to [0, 1] by itself
 * @param words a further layer, of a text's embedded tokens {@code (R, L, E)}, of which it is told
 *     what each token adds to a target
 * @param style how raw maps are made and become heatmaps
 * @param tried whether each heatmap is tried, see {@link MapTrial}
 * @param settings how methods that can be set are set
 * @param checks how each map is checked
 * @param apart whether each layer has a map of its own, rather than all layers one
 */
public record ExplainRequest(
        List<LayerRun> layers,
        Layout layout,
        List<Target> targets,
        List<Method> methods,
        Fusion fusion,
        boolean sharedScale,
        Optional<LayerRun> words,
        MapStyle style,
        boolean tried,
        MethodSettings settings,
        CheckPlan checks,
        boolean apart) {

    /** Checks that something is asked for. */
    public ExplainRequest {
        layers = List.copyOf(layers);
        targets = List.copyOf(targets);
        methods = List.copyOf(methods);
        if (targets.isEmpty() || methods.isEmpty()) {
            throw new IllegalArgumentException("at least one target and one method are needed");
        }
        if (layers.size() > 1 && !apart && !style.convention().scales()) {
            throw new UserError(
                    "the convention 'captum' scales nothing, so the maps of %d layers cannot become one: name one layer, or another convention"
                            .formatted(layers.size()));
        }
        for (Method method : methods) {
            if (layers.isEmpty() && method.needsLayer()) {
                throw new UserError(
                        "the method '"
                                + method.card().name()
                                + "' needs a layer, and none is named");
            }
        }
    }

    /**
     * Constructs a request that asks for no text's tokens, with methods set as usual.
     *
     * @param layers the layers to tap; may be empty if no method needs one
     * @param layout how the layers' outputs are laid out
     * @param targets what to explain, at least one
     * @param methods how, at least one
     * @param fusion how the maps of several layers are joined
     * @param sharedScale whether the heatmaps of one picture and method share one scale
     */
    public ExplainRequest(
            List<LayerRun> layers,
            Layout layout,
            List<Target> targets,
            List<Method> methods,
            Fusion fusion,
            boolean sharedScale) {
        this(
                layers,
                layout,
                targets,
                methods,
                fusion,
                sharedScale,
                Optional.empty(),
                MapStyle.USUAL,
                false,
                MethodSettings.USUAL,
                CheckPlan.NONE,
                false);
    }

    /**
     * Returns a request for one layer, target and method, with the usual settings.
     *
     * @param layer the layer's name
     * @param target what to explain
     * @param method how
     * @return the request
     */
    public static ExplainRequest of(String layer, Target target, Method method) {
        return new ExplainRequest(
                List.of(LayerRun.parse(layer)),
                Layout.AUTO,
                List.of(target),
                List.of(method),
                Fusion.MEAN,
                false);
    }

    /**
     * Returns the same request, which asks for a text's tokens too.
     *
     * @param layer the layer of the embedded tokens; nothing for none
     * @return the request
     */
    public ExplainRequest withWords(Optional<LayerRun> layer) {
        return with(parts -> parts.words = layer);
    }

    /**
     * Returns the same request, whose maps are made otherwise.
     *
     * @param wanted how
     * @return the request
     */
    public ExplainRequest withStyle(MapStyle wanted) {
        return with(parts -> parts.style = wanted);
    }

    /**
     * Returns the same request, whose heatmaps are tried or not.
     *
     * @param wanted whether they are
     * @return the request
     */
    public ExplainRequest tried(boolean wanted) {
        return with(parts -> parts.tried = wanted);
    }

    /**
     * Returns the same request with methods set otherwise.
     *
     * @param other how methods that can be set are set
     * @return the request
     */
    public ExplainRequest withSettings(MethodSettings other) {
        return with(parts -> parts.settings = other);
    }

    /**
     * Returns the same request, whose maps are checked.
     *
     * @param plan how
     * @return the request
     */
    public ExplainRequest withChecks(CheckPlan plan) {
        return with(parts -> parts.checks = plan);
    }

    /**
     * Returns the same request by other methods.
     *
     * @param others how to explain, at least one
     * @return the request
     */
    public ExplainRequest withMethods(List<Method> others) {
        return with(parts -> parts.methods = others);
    }

    /**
     * Returns the same request at other layers.
     *
     * @param others the layers to tap
     * @return the request
     */
    public ExplainRequest withLayers(List<LayerRun> others) {
        return with(parts -> parts.layers = others);
    }

    /**
     * Returns the same request, whose layers are kept apart or not.
     *
     * @param wanted whether each layer has a map of its own
     * @return the request
     */
    public ExplainRequest withLayersApart(boolean wanted) {
        return with(parts -> parts.apart = wanted);
    }

    /**
     * Returns what the maps of each target are called.
     *
     * @return a method's name for each map, with that of the layer where layers are kept apart
     */
    public List<String> names() {
        return methods.stream()
                .flatMap(
                        method ->
                                apart && method.needsLayer()
                                        ? layers.stream().map(l -> method.card().name() + " @ " + l)
                                        : Stream.of(method.card().name()))
                .toList();
    }

    /**
     * The requests that this one falls into where layers are kept apart: one for each layer, and
     * one for the methods that need none.
     */
    List<ExplainRequest> parts() {
        List<Method> layered = methods.stream().filter(Method::needsLayer).toList();
        List<Method> others = methods.stream().filter(method -> !method.needsLayer()).toList();
        List<ExplainRequest> all = new ArrayList<>();
        if (!layered.isEmpty()) {
            layers.forEach(layer -> all.add(at(List.of(layer), layered)));
        }
        if (!others.isEmpty()) {
            all.add(at(List.of(), others));
        }
        return all;
    }

    private ExplainRequest at(List<LayerRun> places, List<Method> wanted) {
        return with(
                parts -> {
                    parts.layers = places;
                    parts.methods = wanted;
                    parts.apart = false;
                });
    }

    /** The same request for maps alone: of no words, neither tried nor checked. */
    ExplainRequest forMaps(List<Target> others, List<Method> wanted) {
        return with(
                parts -> {
                    parts.targets = others;
                    parts.methods = wanted;
                    parts.words = Optional.empty();
                    parts.tried = false;
                    parts.checks = CheckPlan.NONE;
                });
    }

    /** The same request about other targets, as many. */
    ExplainRequest withTargets(List<Target> others) {
        return with(parts -> parts.targets = others);
    }

    private ExplainRequest with(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return new ExplainRequest(
                parts.layers,
                layout,
                parts.targets,
                parts.methods,
                fusion,
                sharedScale,
                parts.words,
                parts.style,
                parts.tried,
                parts.settings,
                parts.checks,
                parts.apart);
    }

    /** What another request may have otherwise. */
    private static final class Parts {

        private List<LayerRun> layers;
        private List<Target> targets;
        private List<Method> methods;
        private Optional<LayerRun> words;
        private MapStyle style;
        private boolean tried;
        private MethodSettings settings;
        private CheckPlan checks;
        private boolean apart;

        Parts(ExplainRequest request) {
            layers = request.layers();
            targets = request.targets();
            methods = request.methods();
            words = request.words();
            style = request.style();
            tried = request.tried();
            settings = request.settings();
            checks = request.checks();
            apart = request.apart();
        }
    }
}
