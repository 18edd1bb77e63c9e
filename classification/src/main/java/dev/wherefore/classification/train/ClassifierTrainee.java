package dev.wherefore.classification.train;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.training.ParameterStore;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.experiment.WholeFile;
import dev.wherefore.core.metric.AveragePrecision;
import dev.wherefore.core.network.block.NetworkBlock;
import dev.wherefore.core.scene.Kind;
import dev.wherefore.core.train.Batches;
import dev.wherefore.core.train.Example;
import dev.wherefore.core.train.Staging;
import dev.wherefore.core.train.TrainConfig;
import dev.wherefore.core.train.Trainee;
import dev.wherefore.core.weights.SafetensorsFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A network that learns which kinds of objects a scene shows: one logit for each kind. */
final class ClassifierTrainee implements Trainee {

    private static final String WEIGHTS = "model.safetensors";
    private static final String LABELS = "labels.txt";

    private final NetworkBlock network;
    private final ClassifierTrainingConfig config;
    private final TrainConfig shared;
    private final SceneExamples examples;
    private final NDManager manager;
    private final ParameterStore parameters;
    private final Staging staging = new Staging();

    ClassifierTrainee(
            NetworkBlock network,
            ClassifierTrainingConfig config,
            TrainConfig shared,
            Device device) {
        this.network = network;
        this.config = config;
        this.shared = shared;
        this.examples = new SceneExamples(config.trainingScenes(shared.seed()));
        this.manager = NDManager.newBaseManager(device);
        this.parameters = new ParameterStore(manager, false);
        try {
            network.initialise(manager, shared.seed());
            network.freezeParameters(false);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public List<String> facts() {
        Shape picture = examples.validation(0).arrays().get(0).shape();
        long weights = weights().values().stream().mapToLong(NDArray::size).sum();
        long cost = network.multiplyAdds(new Shape(1).addAll(picture));
        return List.of(
                String.format(
                        Locale.ROOT,
                        "network %s: %,d weights, %.1f million multiply-adds for a picture %s",
                        config.network().family(),
                        weights,
                        cost / 1e6,
                        picture),
                String.format(
                        Locale.ROOT,
                        "%d epochs of %,d scenes, measured on %,d others",
                        shared.epochs(),
                        shared.steps() * shared.batch(),
                        config.validation()));
    }

    @Override
    public NDManager manager() {
        return manager;
    }

    @Override
    public Map<String, NDArray> weights() {
        return network.parameters().weights();
    }

    @Override
    public Map<String, NDArray> state() {
        return network.parameters().state();
    }

    @Override
    public Example example(long index) {
        return examples.training(index);
    }

    @Override
    public NDArray loss(NDList batch) {
        return crossEntropy(logits(batch, true), batch.get(1)).mean();
    }

    /** The logits {@code (N, K)} of pictures {@code (N, C, H, W)}. */
    private NDArray logits(NDList batch, boolean training) {
        NDList pictures = new NDList(batch.get(0));
        return network.forward(parameters, pictures, training).singletonOrThrow();
    }

    /** Binary cross-entropy of each logit: max(x, 0) − xy + log(1 + e^−|x|), for any x. */
    private static NDArray crossEntropy(NDArray logits, NDArray present) {
        // relu, since maximum(Number) leaves memory of Java's in the graph, which is freed too
        // early
        return Activation.relu(logits)
                .sub(logits.mul(present))
                .add(logits.abs().neg().exp().add(1).log());
    }

    @Override
    public Map<String, Double> measure() {
        List<List<Double>> scores = new ArrayList<>();
        List<List<Boolean>> shown = new ArrayList<>();
        double loss = 0;
        int batches = (config.validation() + shared.batch() - 1) / shared.batch();
        try (Batches all =
                new Batches(this::validation, shared.batch(), 0, batches, shared.workers())) {
            for (int i = 0; i < batches; i++) {
                int open = Math.min(shared.batch(), config.validation() - scores.size());
                loss += measure(all.next().first(open), scores, shown);
            }
        }
        Map<String, Double> measures = new LinkedHashMap<>();
        measures.put("mAP", AveragePrecision.mean(scores, shown));
        measures.put("validation loss", loss / config.validation());
        return measures;
    }

    /** The last batch is filled up with scenes that are not counted. */
    private Example validation(long index) {
        return examples.validation(index % config.validation());
    }

    /** Adds what the network says of a batch; returns the sum of the losses. */
    private double measure(Example batch, List<List<Double>> scores, List<List<Boolean>> shown) {
        try (NDManager scope = manager.newSubManager();
                GradientMode off = GradientMode.off()) {
            NDList arrays = staging.arrays(scope, batch);
            NDArray logits = logits(arrays, false);
            int kinds = Kind.values().length;
            float[] found = logits.toFloatArray();
            float[] truth = arrays.get(1).toFloatArray();
            for (int from = 0; from < found.length; from += kinds) {
                List<Double> row = new ArrayList<>();
                List<Boolean> present = new ArrayList<>();
                for (int k = from; k < from + kinds; k++) {
                    row.add((double) found[k]);
                    present.add(truth[k] > 0);
                }
                scores.add(row);
                shown.add(present);
            }
            return crossEntropy(logits, arrays.get(1)).sum().getFloat() / kinds;
        }
    }

    @Override
    public List<String> files() {
        return List.of(WEIGHTS, LABELS);
    }

    @Override
    public List<Path> save(Path folder) {
        Path weights = folder.resolve(WEIGHTS);
        Path labels = folder.resolve(LABELS);
        String names =
                Arrays.stream(Kind.values())
                        .map(kind -> kind.label() + "\n")
                        .collect(Collectors.joining());
        SafetensorsFile.write(
                weights,
                network.stateDict(weights.toString()),
                config.saveAs(),
                new WholeFile(true));
        new WholeFile(true).write(labels, out -> out.write(names.getBytes(StandardCharsets.UTF_8)));
        return List.of(weights, labels);
    }

    @Override
    public void close() {
        manager.close();
    }
}
