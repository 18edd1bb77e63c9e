package dev.wherefore.core.network.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Activation;
import ai.djl.util.PairList;
import dev.wherefore.core.engine.Cut;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.LayerShape;
import dev.wherefore.core.network.PassRequest;
import dev.wherefore.core.network.Tapped;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one pass shall leave behind, and what it has left so far. It travels through DJL's {@code
 * forward} among the parameters; belongs to one pass and one thread.
 */
final class Trace {

    private static final String KEY = "wherefore.trace";

    private final LayerTree tree;
    private final List<LayerRun> places;
    private final Set<LayerBlock> cutting;
    private final PassRequest request;
    private final long batch;
    private final boolean shapesWanted;
    private final IdentityHashMap<LayerBlock, Integer> runs = new IdentityHashMap<>();
    private final Tapped[] taps;
    private final List<Cut> cuts = new ArrayList<>();
    private final List<LayerShape> shapes = new ArrayList<>();

    private Trace(
            LayerTree tree,
            List<LayerRun> places,
            Set<LayerBlock> cutting,
            PassRequest request,
            long batch,
            boolean shapesWanted) {
        this.tree = tree;
        this.places = places;
        this.cutting = cutting;
        this.request = request;
        this.batch = batch;
        this.shapesWanted = shapesWanted;
        this.taps = new Tapped[places.size()];
    }

    /** A trace of what a request asks for, on a batch of pictures. */
    static Trace of(LayerTree tree, PassRequest request, long batch) {
        List<LayerRun> places = request.taps().stream().map(tree::place).toList();
        Set<LayerBlock> cutting = request.cutRelus().map(tree::below).orElse(Set.of());
        return new Trace(tree, places, cutting, request, batch, false);
    }

    /** A trace of every layer's shape. */
    static Trace ofShapes(LayerTree tree) {
        return new Trace(tree, List.of(), Set.of(), PassRequest.PLAIN, 1, true);
    }

    PairList<String, Object> asParams() {
        PairList<String, Object> params = new PairList<>();
        params.add(KEY, this);
        return params;
    }

    static Optional<Trace> in(@Nullable PairList<String, Object> params) {
        return params == null
                ? Optional.empty()
                : Optional.ofNullable(params.get(KEY)).map(Trace.class::cast);
    }

    /** Takes note of what a layer gave, and returns what the pass goes on with. */
    NDArray leave(LayerBlock layer, NDArray output) {
        int run = runs.merge(layer, 1, Integer::sum);
        String name = tree.name(layer);
        if (shapesWanted && !name.isEmpty()) {
            shapes.add(new LayerShape(name, run, output.getShape()));
        }
        NDArray next = output;
        for (int i = 0; i < taps.length; i++) {
            LayerRun place = places.get(i);
            if (place.layer().equals(name) && place.run().orElse(1) == run) {
                NDArray tapped = tap(i, place, next);
                next = next == output ? tapped : Step.closing(next, tapped);
            }
        }
        return next;
    }

    private NDArray tap(int number, LayerRun place, NDArray output) {
        NDManager scope = output.getManager();
        // nothing works in place on what a layer gave, so the tap may share its numbers
        NDArray activation = output.stopGradient();
        int rowsPerImage = request.rowsPerImage();
        boolean repeat = rowsPerImage > 1 && output.getShape().get(0) == batch;
        NDArray rows = repeat ? output.repeat(0, rowsPerImage) : output;
        LayerRun wanted = request.taps().get(number);
        NDArray probe = request.probe(scope, wanted, rows.getShape(), rows.getDataType());
        taps[number] = new Tapped(place, activation, probe);
        NDArray next = rows.add(probe);
        if (repeat) {
            rows.close();
        }
        return next;
    }

    /** Rectifies, with a cut if the layer at work is among those to be cut. */
    NDArray relu(LayerBlock owner, NDArray input) {
        if (!cutting.contains(owner)) {
            return Activation.relu(input);
        }
        // a view each: the pass closes its own handles of both
        NDArray before = input.reshape(input.getShape());
        NDArray after;
        try (NDArray unconnected = input.stopGradient()) {
            after = Activation.relu(unconnected);
        }
        after.setRequiresGradient(true);
        cuts.add(new Cut(before, after, 0));
        return after.reshape(after.getShape());
    }

    List<Tapped> taps() {
        return List.of(taps);
    }

    List<Cut> cuts() {
        return List.copyOf(cuts);
    }

    List<LayerShape> shapes() {
        return List.copyOf(shapes);
    }
}
