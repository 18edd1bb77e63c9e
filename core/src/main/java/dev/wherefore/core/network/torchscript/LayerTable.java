package dev.wherefore.core.network.torchscript;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.NearMatches;
import dev.wherefore.core.UserError;
import dev.wherefore.core.network.Layer;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.LayerShape;
import dev.wherefore.core.network.torchscript.ProgramRewriter.Rewritten;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The layers of a rewritten program by name and number.
 *
 * <p>What the softmax in a module gives is a layer too, {@code blocks.1.attn.softmax}: it has the
 * module's number, negative, and stands after all that is in the module. The root's own softmax,
 * which most often ends a classifier, is none, as the root is none.
 */
final class LayerTable {

    private final Path path;
    private final List<Layer> all;
    private final Map<Integer, Layer> softmaxes = new HashMap<>();
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<Integer> sizes = new ArrayList<>();
    private final Set<String> interfaces = new HashSet<>();

    private LayerTable(Path path, List<Layer> all) {
        this.path = path;
        this.all = all;
    }

    static LayerTable of(Path path, Rewritten rewritten) {
        List<ModuleTree.Node> nodes = rewritten.tree().nodes();
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            ClassDefinition type = nodes.get(i).type();
            Optional<String> refusal = refusal(type, rewritten.called().get(i));
            layers.add(new Layer(nodes.get(i).name(), type.simpleName(), refusal));
        }
        LayerTable table = new LayerTable(path, List.copyOf(layers));
        for (int i = 0; i < nodes.size(); i++) {
            table.numbers.put(nodes.get(i).name(), i);
            table.sizes.add(rewritten.tree().size(nodes.get(i).type()));
            if (nodes.get(i).type().isInterface()) {
                table.interfaces.add(nodes.get(i).name());
            }
        }
        rewritten.softmaxes().stream().filter(number -> number > 0).forEach(table::addSoftmax);
        return table;
    }

    private void addSoftmax(int number) {
        String name = all.get(number).name() + "." + Layer.SOFTMAX;
        while (numbers.containsKey(name)) {
            // a layer in the module has the name
            name += "_";
        }
        numbers.put(name, -number);
        softmaxes.put(number, new Layer(name, Layer.SOFTMAX, Optional.empty()));
    }

    private static Optional<String> refusal(ClassDefinition type, boolean called) {
        if (type.isInterface()) {
            return Optional.of(
                    "it is declared as the interface "
                            + type.simpleName()
                            + ", and what stands behind it cannot be reached; declare it without"
                            + " the interface, or trace the network");
        }
        Optional<Definition> forward =
                type.method("forward")
                        .or(
                                () ->
                                        type.methods().values().stream()
                                                .filter(Definition::isForward)
                                                .findFirst());
        if (forward.isEmpty()) {
            return Optional.of("it has no forward of its own, only the layers in it run");
        }
        if (forward.get().returnType().equals("NoneType")) {
            return Optional.of(
                    "nothing of it is left in the traced program: it handed on what it was given,"
                            + " or what it gave was not used");
        }
        if (!forward.get().returnsTensor()) {
            return Optional.of("it returns " + forward.get().returnType() + ", not one tensor");
        }
        return called
                ? Optional.empty()
                : Optional.of(
                        "its forward is never called by the network as a whole (perhaps the layers"
                                + " in it are called one by one)");
    }

    /** All layers but the root. */
    List<Layer> layers() {
        List<Layer> layers = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>();
        for (int number = 1; number < all.size(); number++) {
            closeBefore(number, open, layers);
            layers.add(all.get(number));
            open.push(number);
        }
        closeBefore(all.size(), open, layers);
        return layers;
    }

    /** Ends the modules that this number is no part of, each with the softmax in it. */
    private void closeBefore(int number, Deque<Integer> open, List<Layer> layers) {
        while (!open.isEmpty() && open.element() + sizes.get(open.element()) <= number) {
            Optional.ofNullable(softmaxes.get(open.pop())).ifPresent(layers::add);
        }
    }

    private Optional<Layer> byNumber(int number) {
        return Optional.ofNullable(number < 0 ? softmaxes.get(-number) : all.get(number));
    }

    /** The number of a layer that can be tapped. */
    int number(LayerRun place) {
        int number = find(place.layer());
        if (number < 0) {
            return number;
        }
        Layer layer = all.get(number);
        layer.refusal()
                .ifPresent(
                        reason -> {
                            throw new UserError(
                                    "%s: the layer '%s' cannot be tapped: %s%s"
                                            .formatted(path, layer.name(), reason, inside(layer)));
                        });
        return number;
    }

    private String inside(Layer layer) {
        List<String> below =
                all.stream()
                        .filter(l -> l.name().startsWith(layer.name() + ".") && l.isTappable())
                        .map(Layer::name)
                        .toList();
        return below.isEmpty()
                ? ""
                : "; the last layer in it that can be is '" + below.get(below.size() - 1) + "'";
    }

    private int find(String name) {
        Integer number = name.isEmpty() ? null : numbers.get(name);
        if (number != null) {
            return number;
        }
        if (all.size() == 1) {
            throw new UserError(
                    path
                            + " is frozen (torch.jit.freeze) or was written without layers: no"
                            + " layers are left in it to tap; export the network without freezing"
                            + " it");
        }
        List<String> names = layers().stream().map(Layer::name).toList();
        throw new UserError(
                "%s has no layer '%s'%s".formatted(path, name, NearMatches.hint(name, names)));
    }

    /**
     * The numbers {@code [from, to)} of a layer and all below it, whose ReLUs shall be cut; all for
     * {@code ""}.
     */
    int[] range(String name) {
        int from = name.isEmpty() ? 0 : find(name);
        if (from < 0) {
            // a softmax has no layers in it
            return new int[] {0, 0};
        }
        int to = from + sizes.get(from);
        for (Layer layer : all.subList(from, to)) {
            if (interfaces.contains(layer.name())) {
                throw new UserError(
                        "%s: the ReLUs behind '%s' cannot be reached: %s"
                                .formatted(path, layer.name(), layer.refusal().orElse("")));
            }
        }
        return new int[] {from, to};
    }

    /** Refuses a place that a pass did not come by. */
    void checkRan(LayerRun place, int seen) {
        if (seen == 0) {
            throw new UserError(
                    "%s: the layer '%s' did not run for this input".formatted(path, place.layer()));
        }
        if (place.run().orElse(1) > seen) {
            throw new UserError(
                    "%s: the layer '%s' ran %d time%s in this pass; '%s' is not among them"
                            .formatted(path, place.layer(), seen, seen == 1 ? "" : "s", place));
        }
    }

    /** Reads the shapes that a program has noted, in the order of the run. */
    List<LayerShape> shapes(NDList found) {
        // shape.<order>.<number>
        TreeMap<Integer, NDArray> inOrder = new TreeMap<>();
        Map<Integer, Integer> moduleOf = new HashMap<>();
        for (NDArray array : found) {
            String[] key = array.getName().split("\\.");
            if (key[0].equals("shape")) {
                inOrder.put(Integer.valueOf(key[1]), array);
                moduleOf.put(Integer.valueOf(key[1]), Integer.valueOf(key[2]));
            }
        }
        List<LayerShape> shapes = new ArrayList<>();
        Map<Integer, Integer> runs = new HashMap<>();
        inOrder.forEach(
                (order, array) -> {
                    int number = moduleOf.getOrDefault(order, 0);
                    int run = runs.merge(number, 1, Integer::sum);
                    if (number != 0) {
                        long[] sizes = array.toLongArray();
                        shapes.add(
                                new LayerShape(
                                        byNumber(number).orElseThrow().name(),
                                        run,
                                        new Shape(Arrays.copyOf(sizes, sizes.length))));
                    }
                });
        return shapes;
    }
}
