package dev.wherefore.core.network.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import dev.wherefore.core.NearMatches;
import dev.wherefore.core.UserError;
import dev.wherefore.core.network.Layer;
import dev.wherefore.core.network.LayerRun;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The layers of a network by their full names. */
final class LayerTree {

    /**
     * A layer.
     *
     * @param layer the layer
     * @param runs how often it runs in a pass
     */
    private record Node(LayerBlock layer, int runs) {}

    private final String network;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final IdentityHashMap<LayerBlock, String> names = new IdentityHashMap<>();
    private final List<Layer> layers = new ArrayList<>();

    /**
     * Names the layers below a root.
     *
     * @param network what the network is called in messages
     * @param root the whole network
     */
    LayerTree(String network, LayerBlock root) {
        this.network = network;
        add("", root, 1);
    }

    private void add(String name, LayerBlock layer, int runs) {
        nodes.put(name, new Node(layer, runs));
        names.put(layer, name);
        if (!name.isEmpty()) {
            layers.add(new Layer(name, layer.type(), Optional.empty()));
        }
        for (LayerBlock.Child child : layer.inside()) {
            String path = name.isEmpty() ? child.name() : name + "." + child.name();
            add(path, child.layer(), runs * child.runs());
        }
    }

    /** All layers but the root, parents before children. */
    List<Layer> layers() {
        return Collections.unmodifiableList(layers);
    }

    /** The full name of a layer; the root's is empty. */
    String name(LayerBlock layer) {
        String name = names.get(layer);
        if (name == null) {
            throw new IllegalStateException(layer.type() + " is no layer of " + network);
        }
        return name;
    }

    /** Every parameter and running statistic by its full name, in PyTorch's order. */
    NamedParameters parameters() {
        Map<String, NamedParameters.Slot> slots = new LinkedHashMap<>();
        nodes.forEach(
                (name, node) ->
                        node.layer()
                                .slots()
                                .forEach(
                                        slot ->
                                                slots.put(
                                                        name + "." + slot.name(),
                                                        new NamedParameters.Slot(
                                                                slot.parameter(), slot.draw()))));
        return new NamedParameters(slots);
    }

    /** What layers add, by their full names. */
    Map<String, NDArray> biases(ParameterStore values, NDManager scope) {
        Map<String, NDArray> biases = new LinkedHashMap<>();
        nodes.forEach(
                (name, node) ->
                        node.layer().bias(values, scope).ifPresent(b -> biases.put(name, b)));
        return biases;
    }

    /** The place that is meant, with the number of its run. */
    LayerRun place(LayerRun written) {
        int runs = find(written.layer()).runs();
        if (written.run().orElse(1) > runs) {
            throw new UserError(
                    "%s: the layer '%s' runs %d time%s in a pass; '%s' is not among them"
                            .formatted(
                                    network, written.layer(), runs, runs == 1 ? "" : "s", written));
        }
        return new LayerRun(written.layer(), Optional.of(written.run().orElse(runs)));
    }

    /** A layer and all that is in it; the whole network for {@code ""}. */
    Set<LayerBlock> below(String name) {
        LayerBlock top = name.isEmpty() ? node("").layer() : find(name).layer();
        Set<LayerBlock> found = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(top, found);
        return found;
    }

    private static void collect(LayerBlock layer, Set<LayerBlock> found) {
        found.add(layer);
        layer.inside().forEach(child -> collect(child.layer(), found));
    }

    private Node find(String name) {
        if (name.isEmpty() || !nodes.containsKey(name)) {
            List<String> known = layers.stream().map(Layer::name).toList();
            throw new UserError(
                    "%s has no layer '%s'%s"
                            .formatted(network, name, NearMatches.hint(name, known)));
        }
        return node(name);
    }

    private Node node(String name) {
        Node node = nodes.get(name);
        if (node == null) {
            throw new IllegalStateException("no node '" + name + "'");
        }
        return node;
    }
}
