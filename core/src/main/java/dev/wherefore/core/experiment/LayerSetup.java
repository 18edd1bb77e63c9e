package dev.wherefore.core.experiment;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.UserError;
import dev.wherefore.core.check.CheckPlan;
import dev.wherefore.core.experiment.config.ConfigPlaces;
import dev.wherefore.core.explain.ExplainRequest;
import dev.wherefore.core.explain.LayerChoice;
import dev.wherefore.core.explain.LayerMaps;
import dev.wherefore.core.method.Method;
import dev.wherefore.core.method.Methods;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.Layer;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.LayerShape;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.Pass;
import dev.wherefore.core.network.PassRequest;
import dev.wherefore.core.target.Target;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Finds the layers that a config names, or the one that suits, and tries them, so that a layer that
 * does not fit is refused at its key before anything is explained.
 */
public final class LayerSetup {

    private final ConfigPlaces places;
    private final ExplainConfig explain;
    private final Methods methods;
    private List<String> suitable = List.of();
    private boolean apart;

    /**
     * Constructs the setup.
     *
     * @param places where the keys of the config were written
     * @param explain where to look, and how
     * @param methods the methods there are
     */
    public LayerSetup(ConfigPlaces places, ExplainConfig explain, Methods methods) {
        this.places = places;
        this.explain = explain;
        this.methods = methods;
    }

    /**
     * Returns the layers to tap.
     *
     * @param network the network
     * @param scope a manager for what is needed on the way
     * @param trial what the network is tried on
     * @param choice the layer that is taken where none is named
     * @param facts told which layers they are, and why
     * @return the layers; none if no method needs one and none is named
     * @throws dev.wherefore.core.UserError if a layer is not there or cannot be tapped, or no map
     *     can be made of what it gives
     */
    public List<LayerRun> layers(
            Network network,
            NDManager scope,
            Inputs trial,
            Supplier<LayerChoice> choice,
            List<String> facts) {
        List<String> written = explain.layers();
        if (!written.isEmpty()) {
            List<LayerRun> named = written.stream().map(LayerRun::parse).toList();
            places.at("explain.layers", () -> tapped(network, scope, trial, named));
            facts.add("layer " + String.join(", ", written));
            return named;
        }
        if (methods().stream().noneMatch(Method::needsLayer)) {
            return List.of();
        }
        if (methods().stream().anyMatch(Method::needsAttention)) {
            return places.at("explain.layers", () -> attention(network, scope, trial, facts));
        }
        LayerChoice chosen = places.at("explain.layers", choice);
        // another pass, which only advice on layers needs
        suitable = explain.faithfulness() ? suitable(network, scope, trial, chosen) : List.of();
        facts.add("layer " + chosen.layer() + ": " + chosen.reason());
        return List.of(LayerRun.parse(chosen.layer()));
    }

    /** Attention among the picture's tokens, of all layers, since one alone tells less. */
    private List<LayerRun> attention(
            Network network, NDManager scope, Inputs trial, List<String> facts) {
        List<LayerRun> found = LayerMaps.attention(network, network.shapes(scope, trial));
        if (found.isEmpty()) {
            throw new UserError(
                    "a method needs attention, and the network has none that can be tapped; see"
                            + " './wherefore layers' for layers of the type 'softmax'");
        }
        tapped(network, scope, trial, found);
        List<String> names = found.stream().map(LayerRun::layer).toList();
        suitable = explain.faithfulness() ? names : List.of();
        facts.add("layers " + String.join(", ", names) + ": all attention among the tokens");
        return found;
    }

    private List<Method> methods() {
        return explain.methods().stream().map(methods::get).toList();
    }

    /** Those that the choice is among, and all others that give pictures. */
    private static List<String> suitable(
            Network network, NDManager scope, Inputs trial, LayerChoice chosen) {
        Set<String> softmaxes =
                network.layers().stream()
                        .filter(Layer::isSoftmax)
                        .map(Layer::name)
                        .collect(Collectors.toSet());
        Set<String> found = new LinkedHashSet<>();
        for (LayerShape layer : network.shapes(scope, trial)) {
            Shape shape = layer.shape();
            boolean picture =
                    shape.dimension() == 4
                            && shape.get(2) * shape.get(3) > 1
                            && !softmaxes.contains(layer.layer());
            if (picture || chosen.suitable().contains(layer.layer())) {
                found.add(layer.layer());
            }
        }
        found.addAll(chosen.suitable());
        return List.copyOf(found);
    }

    /**
     * Returns all layers that maps could be made of.
     *
     * @return the layers in the order of the run; none before {@link #layers}, where layers were
     *     named, and where maps are not tried
     */
    public List<String> suitable() {
        return suitable;
    }

    /** Taps the layers once, and sees that maps can be made of what they give. */
    private Pass tapped(Network network, NDManager scope, Inputs trial, List<LayerRun> named) {
        Pass pass = network.run(scope, trial, PassRequest.tap(named, 1));
        LayerMaps maps = new LayerMaps(network, explain.outputLayout(), methods());
        for (int i = 0; i < named.size(); i++) {
            maps.of(named.get(i), pass.taps().get(i).activation());
        }
        return pass;
    }

    /**
     * Keeps layers apart or not, from now on.
     *
     * @param wanted whether each layer has a map of its own, rather than all layers one
     */
    public void keepApart(boolean wanted) {
        apart = wanted;
    }

    /**
     * Returns what the maps of each target are called.
     *
     * @param layers the layers to tap
     * @return the names of methods, with that of a layer where layers are kept apart
     */
    public List<String> names(List<LayerRun> layers) {
        return request(layers, List.of(Target.of("any", outputs -> outputs.main()))).names();
    }

    /**
     * Returns what to ask for.
     *
     * @param layers the layers to tap
     * @param targets what to explain, at least one
     * @return the request, all else as the config says
     */
    public ExplainRequest request(List<LayerRun> layers, List<Target> targets) {
        return new ExplainRequest(
                layers,
                explain.outputLayout(),
                targets,
                methods(),
                explain.fusion(),
                explain.scale() == ExplainConfig.Scale.SHARED,
                Optional.empty(),
                explain.style(),
                explain.faithfulness(),
                explain.settings(),
                CheckPlan.NONE,
                apart);
    }
}
