package dev.wherefore.core.explain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.check.LayerOrder;
import dev.wherefore.core.check.PictureChange;
import dev.wherefore.core.engine.Autograd;
import dev.wherefore.core.image.PixelMap;
import dev.wherefore.core.method.Trials;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.target.Target;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiFunction;

/**
 * A network that is asked about changed pictures: how sure it is, and where that comes from. The
 * targets mean what they mean in the pictures as they are. To be closed after.
 */
final class AskedNetwork implements AutoCloseable {

    private static final int PRIME = 31;

    private final Network network;
    private final NDManager scope;
    private final Inputs inputs;
    private final ExplainRequest request;
    private final BiFunction<Inputs, ExplainRequest, Explanations> maps;
    private final List<Target> decided;
    private final Trials trials;
    private final Map<PictureChange, Explanations> after = new HashMap<>();
    private final Map<LayerOrder, List<RandomStep>> randomised = new EnumMap<>(LayerOrder.class);
    private final Map<Integer, PixelMap> pictures = new HashMap<>();
    private Optional<Explanations> others = Optional.empty();

    /**
     * What was found while layers had random weights.
     *
     * @param share which share of the layers had had its turn
     * @param found the explanations
     */
    record RandomStep(double share, Explanations found) {}

    AskedNetwork(
            Network network,
            Autograd autograd,
            Inputs inputs,
            ExplainRequest request,
            BiFunction<Inputs, ExplainRequest, Explanations> maps) {
        this.network = network;
        this.scope = network.newScope();
        this.inputs = inputs;
        this.request = request;
        this.maps = maps;
        this.decided = DecidedTargets.of(network, scope, inputs, request);
        ExplainRequest sure =
                request.withTargets(decided.stream().map(Target::confidence).toList());
        // the pictures as they are are asked about like all others
        this.trials =
                new PassTrials(
                        network,
                        autograd,
                        scope,
                        inputs,
                        sure,
                        () -> new float[0],
                        new PassCount());
    }

    /** A picture as it is. */
    PixelMap picture(int picture) {
        return pictures.computeIfAbsent(picture, this::read);
    }

    /** What chance is drawn from: the picture itself, so that batches have no part in it. */
    long seed(int picture, int target) {
        long hash = target;
        float[] values = picture(picture).toArray();
        // a picture is told by far fewer of its values than it has
        for (int i = 0; i < values.length; i += PRIME) {
            hash = PRIME * hash + Float.floatToIntBits(values[i]);
        }
        return hash;
    }

    private PixelMap read(int picture) {
        Shape shape = inputs.imageArray().getShape();
        try (NDManager inner = scope.newSubManager();
                NDArray one = inputs.imageArray().get(picture)) {
            one.attach(inner);
            return PixelMap.of(
                    (int) shape.get(1),
                    (int) shape.get(2),
                    (int) shape.get(3),
                    one.toType(DataType.FLOAT32, false).toFloatArray());
        }
    }

    /** How sure the network is of a target in changed pictures. */
    double[] confidences(int picture, int target, List<PixelMap> changed) {
        int row = picture * decided.size() + target;
        float[] found =
                trials.ofPictures(
                                new Trials.Subject(picture, List.of(row)),
                                changed.size(),
                                (inner, from, to) -> array(inner, changed.subList(from, to)))[0];
        double[] confidences = new double[found.length];
        for (int i = 0; i < found.length; i++) {
            confidences[i] = found[i];
        }
        return confidences;
    }

    /** The map of a target by a method in a changed picture. */
    Explanation explained(int picture, int target, int method, PixelMap changed) {
        try (NDManager inner = scope.newSubManager()) {
            Inputs one = inputs.withPictures(picture, target, array(inner, List.of(changed)));
            ExplainRequest wanted =
                    request.forMaps(
                            List.of(decided.get(target).ofPicture(picture, 1)),
                            List.of(request.methods().get(method)));
            return maps.apply(one, wanted).pictures().get(0).get(0);
        }
    }

    /** The map of a target by a method after a change of all pictures alike. */
    Explanation explainedAfter(int picture, int target, int method, PictureChange change) {
        Explanations known = after.get(change);
        if (known == null) {
            known = explainedAfter(change);
            after.put(change, known);
        }
        return of(known, picture, target, method);
    }

    /** One of the explanations of all targets by all methods. */
    Explanation of(Explanations all, int picture, int target, int method) {
        return all.pictures().get(picture).get(target * request.methods().size() + method);
    }

    /** The map by a method of something else than a target. */
    Explanation explainedOther(int picture, int target, int method) {
        Explanations known = others.orElseGet(this::explainedOthers);
        others = Optional.of(known);
        return of(known, picture, target, method);
    }

    private Explanations explainedOthers() {
        List<Target> drawn =
                DecidedTargets.others(
                        network,
                        inputs,
                        decided,
                        (picture, target) -> new SplittableRandom(seed(picture, target)));
        return maps.apply(inputs, request.forMaps(drawn, request.methods()));
    }

    /** All maps while layers have random weights, a step after the other. */
    List<RandomStep> randomised(LayerOrder order) {
        return randomised.computeIfAbsent(order, this::explainedAtRandom);
    }

    private List<RandomStep> explainedAtRandom(LayerOrder order) {
        ExplainRequest wanted = request.forMaps(decided, request.methods());
        List<RandomStep> steps = new ArrayList<>();
        try (RandomWeights weights = new RandomWeights(network)) {
            for (int step = 0; step < weights.steps(); step++) {
                weights.randomise(step);
                steps.add(new RandomStep(weights.share(step), maps.apply(inputs, wanted)));
                if (order == LayerOrder.INDEPENDENT) {
                    weights.restore(step);
                }
            }
        }
        return List.copyOf(steps);
    }

    private Explanations explainedAfter(PictureChange change) {
        try (NDManager inner = scope.newSubManager()) {
            List<PixelMap> changed = new ArrayList<>();
            for (int i = 0; i < inputs.batch(); i++) {
                changed.add(change.of(picture(i)));
            }
            Inputs others = inputs.withImage(array(inner, changed));
            return maps.apply(others, request.forMaps(decided, request.methods()));
        }
    }

    private NDArray array(NDManager inner, List<PixelMap> some) {
        PixelMap first = some.get(0);
        int size = first.channels() * first.height() * first.width();
        float[] all = new float[some.size() * size];
        for (int i = 0; i < some.size(); i++) {
            System.arraycopy(some.get(i).toArray(), 0, all, i * size, size);
        }
        Shape shape = new Shape(some.size(), first.channels(), first.height(), first.width());
        DataType type = inputs.imageArray().getDataType();
        return inner.create(all, shape).toType(type, false);
    }

    @Override
    public void close() {
        scope.close();
    }
}
