package dev.wherefore.core.explain;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.UserError;
import dev.wherefore.core.engine.Autograd;
import dev.wherefore.core.engine.Autograd.Graph;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.method.Trials;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.NetworkFailure;
import dev.wherefore.core.network.Outputs;
import dev.wherefore.core.network.PassRequest;
import dev.wherefore.core.target.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Trials as passes of a network. Nothing is recorded, and each chunk's arrays are freed after it.
 *
 * <p>Where a layer is changed, what comes before it runs on one row, and only what follows it on a
 * row for each trial. A network that cannot do that is given as many pictures instead.
 */
final class PassTrials implements Trials {

    /** How far a row's score may lie from the same row's alone, as a share of the larger. */
    private static final double APART = 1e-3;

    private final Network network;
    private final Autograd autograd;
    private final NDManager scope;
    private final Inputs inputs;
    private final ExplainRequest request;
    private final Supplier<float[]> scores;
    private final PassCount passes;
    private final int targets;
    private final Map<Optional<LayerRun>, Integer> budgets = new HashMap<>();
    private boolean checked;
    private boolean oneByOne;
    private boolean layersShared = true;
    private @Nullable List<Target> decided;

    PassTrials(
            Network network,
            Autograd autograd,
            NDManager scope,
            Inputs inputs,
            ExplainRequest request,
            Supplier<float[]> scores,
            PassCount passes) {
        this.network = network;
        this.autograd = autograd;
        this.scope = scope;
        this.inputs = inputs;
        this.request = request;
        this.scores = scores;
        this.passes = passes;
        this.targets = request.targets().size();
    }

    @Override
    public List<Subject> subjects() {
        List<Subject> subjects = new ArrayList<>();
        for (int picture = 0; picture < inputs.batch(); picture++) {
            List<Integer> all = new ArrayList<>();
            for (int target = 0; target < targets; target++) {
                all.add(picture * targets + target);
            }
            if (inputs.perTarget()) {
                for (int row : all) {
                    subjects.add(new Subject(picture, List.of(row)));
                }
            } else {
                subjects.add(new Subject(picture, all));
            }
        }
        return subjects;
    }

    @Override
    public NDArray picture(Subject subject) {
        return inputs.imageArray().get("{}:{}", subject.picture(), subject.picture() + 1);
    }

    @Override
    public float[] scores(Subject subject) {
        float[] all = scores.get();
        float[] own = new float[subject.rows().size()];
        for (int i = 0; i < own.length; i++) {
            own[i] = all[subject.rows().get(i)];
        }
        return own;
    }

    @Override
    public float[][] ofPictures(Subject subject, int count, Maker pictures) {
        return inChunks(
                subject,
                count,
                budget(Optional.empty()),
                (inner, from, to) -> look(inner, subject, pictures, from, to));
    }

    private Outputs look(NDManager inner, Subject subject, Maker pictures, int from, int to) {
        NDArray changed = pictures.make(inner, from, to);
        Inputs given = inputs.withPictures(subject.picture(), target(subject), changed);
        return network.run(inner, given, PassRequest.PLAIN).outputs();
    }

    @Override
    public float[][] atLayer(Subject subject, int layer, int count, Maker added) {
        LayerRun place = request.layers().get(layer);
        Shape given = given(subject, place);
        if (layersShared) {
            try {
                return inChunks(
                        subject,
                        count,
                        budget(Optional.of(place)),
                        (inner, from, to) -> {
                            NDArray laidOut =
                                    asLayer(inner, place, added.make(inner, from, to), given);
                            return onOnePicture(inner, subject, place, laidOut, to - from);
                        });
            } catch (RowsApartException e) {
                // what follows has something else for each picture
                layersShared = false;
            }
        }
        return inChunks(
                subject,
                count,
                budget(Optional.empty()),
                (inner, from, to) -> {
                    NDArray laidOut = asLayer(inner, place, added.make(inner, from, to), given);
                    return onManyPictures(inner, subject, place, laidOut, to - from);
                });
    }

    /** Rows do not go through what follows a layer. */
    private static final class RowsApartException extends RuntimeException {

        private static final long serialVersionUID = 1;

        RowsApartException(@Nullable RuntimeException cause) {
            super(cause);
        }
    }

    /** The shape of what a layer gives for one picture, as the layer lays it out. */
    private Shape given(Subject subject, LayerRun place) {
        passes.trials(1, share(subject));
        try (NDManager inner = scope.newSubManager()) {
            Inputs one = inputs.ofPicture(subject.picture(), target(subject), 1);
            PassRequest tap = PassRequest.tap(List.of(place), 1);
            return network.run(inner, one, tap).taps().get(0).activation().getShape();
        }
    }

    /** Maps as the layer lays them out, with zeros where the layout has no place. */
    private NDArray asLayer(NDManager inner, LayerRun place, NDArray maps, Shape given) {
        Shape all = new Shape(maps.getShape().get(0)).addAll(given.slice(1));
        try (GradientMode on = GradientMode.on()) {
            NDArray leaf = inner.zeros(all);
            leaf.setRequiresGradient(true);
            NDArray places = new LayerMaps(network, request.layout(), List.of()).of(place, leaf);
            if (places == leaf) {
                return maps;
            }
            // a layout only moves numbers: its transpose moves them back
            return autograd.gradients(
                            inner, List.of(places), List.of(leaf), List.of(maps), Graph.FREE)
                    .get(0)
                    .orElseThrow();
        }
    }

    /** What comes before the layer runs on one row, what follows on many. */
    private Outputs onOnePicture(
            NDManager inner, Subject subject, LayerRun place, NDArray added, int rows) {
        try {
            Inputs one = inputs.ofPicture(subject.picture(), target(subject), rows);
            PassRequest changed = PassRequest.change(place, added, rows);
            Outputs outputs = network.run(inner, one, changed).outputs();
            if (TargetRows.has(outputs, rows)) {
                return outputs;
            }
        } catch (EngineException | NetworkFailure | IllegalArgumentException e) {
            throw new RowsApartException(e);
        }
        throw new RowsApartException(null);
    }

    private Outputs onManyPictures(
            NDManager inner, Subject subject, LayerRun place, NDArray added, int rows) {
        NDArray pictures = picture(subject).repeat(0, rows);
        pictures.attach(inner);
        Inputs many = inputs.withPictures(subject.picture(), target(subject), pictures);
        return network.run(inner, many, PassRequest.change(place, added, 1)).outputs();
    }

    /** Runs some trials in a scope that is closed after. */
    @FunctionalInterface
    private interface Run {

        Outputs of(NDManager inner, int from, int to);
    }

    private float[][] inChunks(Subject subject, int count, int most, Run run) {
        float[][] all = new float[subject.rows().size()][count];
        try (GradientMode off = GradientMode.off()) {
            for (int from = 0; from < count; ) {
                int to = Math.min(count, from + (oneByOne ? 1 : most));
                float[][] found = chunk(subject, from, to, run);
                if (!checked && to > 1) {
                    checked = true;
                    if (!isApart(found, chunk(subject, 0, 1, run))) {
                        oneByOne = true;
                        continue;
                    }
                }
                for (int i = 0; i < all.length; i++) {
                    System.arraycopy(found[i], 0, all[i], from, to - from);
                }
                from = to;
                PassWatch.passed(from, count);
            }
            passes.trials(count, share(subject));
        }
        return all;
    }

    /** The share of all maps that trials of a subject are for. */
    private double share(Subject subject) {
        return subject.rows().size() / ((double) inputs.batch() * targets);
    }

    private float[][] chunk(Subject subject, int from, int to, Run run) {
        try (NDManager inner = scope.newSubManager()) {
            Outputs outputs = run.of(inner, from, to);
            float[][] found = new float[subject.rows().size()][];
            for (int i = 0; i < found.length; i++) {
                Target target =
                        decided()
                                .get(subject.rows().get(i) % targets)
                                .ofPicture(subject.picture(), to - from);
                NDArray score = target.score(outputs);
                if (score.size() != to - from) {
                    throw new UserError(
                            "the target '%s' must give one number per picture, %d in all, found the shape %s"
                                    .formatted(target.description(), to - from, score.getShape()));
                }
                found[i] = score.toType(DataType.FLOAT32, false).toFloatArray();
            }
            return found;
        }
    }

    /** A network whose rows meet each other gives other scores to a row alone. */
    private static boolean isApart(float[][] together, float[][] alone) {
        boolean apart = true;
        for (int i = 0; i < together.length; i++) {
            double larger = Math.max(Math.abs(together[i][0]), Math.abs(alone[i][0]));
            apart &= !(Math.abs(together[i][0] - alone[i][0]) > APART * Math.max(larger, 1e-3));
        }
        return apart;
    }

    /** The targets as the pictures decide them that nothing was changed in. */
    private List<Target> decided() {
        List<Target> known = decided;
        if (known == null) {
            try (NDManager inner = scope.newSubManager()) {
                known = DecidedTargets.of(network, inner, inputs, request);
            }
            decided = known;
        }
        return known;
    }

    private int target(Subject subject) {
        return subject.row() % targets;
    }

    /** How many rows to run at once, from a layer on or through the whole network. */
    private int budget(Optional<LayerRun> from) {
        return budgets.computeIfAbsent(
                from, place -> RowBudget.rows(network, scope, inputs.ofPicture(0, 0, 1), place));
    }
}
