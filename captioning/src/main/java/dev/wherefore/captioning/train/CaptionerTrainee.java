package dev.wherefore.captioning.train;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.training.ParameterStore;
import dev.wherefore.captioning.decoder.DecoderConfig;
import dev.wherefore.captioning.decoder.LookingDecoder;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.experiment.WholeFile;
import dev.wherefore.core.network.block.NamedParameters;
import dev.wherefore.core.network.block.NetworkBlock;
import dev.wherefore.core.train.Batches;
import dev.wherefore.core.train.Example;
import dev.wherefore.core.train.Staging;
import dev.wherefore.core.train.TrainConfig;
import dev.wherefore.core.train.Trainee;
import dev.wherefore.core.weights.SafetensorsFile;
import dev.wherefore.core.weights.StateDict;
import dev.wherefore.core.weights.WeightFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** A captioner that learns to say what a scene shows: an image network and a decoder. */
final class CaptionerTrainee implements Trainee {

    private static final String ENCODER = "encoder.safetensors";
    private static final String DECODER = "decoder.safetensors";
    private static final String TOKENIZER = "tokenizer.json";

    private final NetworkBlock network;
    private final LookingDecoder decoder;
    private final CaptionerTrainingConfig config;
    private final TrainConfig shared;
    private final SceneTokens tokens;
    private final CaptionExamples examples;
    private final NDManager manager;
    private final ParameterStore parameters;
    private final Staging staging = new Staging();
    private int started;

    CaptionerTrainee(
            NetworkBlock network,
            CaptionerTrainingConfig config,
            TrainConfig shared,
            Device device) {
        this.tokens = new SceneTokens();
        this.network = network;
        this.config = config;
        this.shared = shared;
        this.examples =
                new CaptionExamples(
                        config.trainingScenes(shared.seed()), tokens, config.captions());
        Shape picture = examples.validation(0).arrays().get(0).shape();
        Shape features = network.getOutputShapes(new Shape[] {new Shape(1).addAll(picture)})[0];
        this.decoder =
                new LookingDecoder(
                        config.decoder().decoder(tokens.size(), Math.toIntExact(features.get(1))));
        this.manager = NDManager.newBaseManager(device);
        this.parameters = new ParameterStore(manager, false);
        try {
            begin();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void begin() {
        network.initialise(manager, shared.seed());
        if (config.start().isPresent()) {
            started =
                    network.parameters()
                            .loadFitting(manager, WeightFiles.read(config.start().get()));
        }
        decoder.parameters().initialise(manager, shared.seed());
        network.freezeParameters(false);
        decoder.parameters().freeze(false, parameter -> true);
    }

    @Override
    public List<String> facts() {
        Shape picture = examples.validation(0).arrays().get(0).shape();
        return List.of(
                String.format(
                        Locale.ROOT,
                        "image network %s: %,d weights, %.1f million multiply-adds for a picture"
                                + " %s",
                        config.network().family(),
                        size(network.parameters()),
                        network.multiplyAdds(new Shape(1).addAll(picture)) / 1e6,
                        picture),
                String.format(
                        Locale.ROOT,
                        "%d of its %d tensors begin with values of %s",
                        started,
                        network.parameters().expectedShapes().size(),
                        config.start().map(Path::toString).orElse("none")),
                String.format(
                        Locale.ROOT,
                        "decoder: %,d weights, %d tokens",
                        size(decoder.parameters()),
                        decoder.config().vocabulary()),
                String.format(
                        Locale.ROOT,
                        "%d epochs of %,d scenes with %d captions each, measured on %,d others",
                        shared.epochs(),
                        shared.steps() * shared.batch(),
                        config.captions(),
                        config.validation()));
    }

    private static long size(NamedParameters parameters) {
        return parameters.weights().values().stream().mapToLong(NDArray::size).sum();
    }

    @Override
    public NDManager manager() {
        return manager;
    }

    @Override
    public Map<String, NDArray> weights() {
        return both(NamedParameters::weights);
    }

    @Override
    public Map<String, NDArray> state() {
        return both(NamedParameters::state);
    }

    private Map<String, NDArray> both(Function<NamedParameters, Map<String, NDArray>> arrays) {
        Map<String, NDArray> all = new LinkedHashMap<>();
        arrays.apply(network.parameters()).forEach((name, a) -> all.put("encoder." + name, a));
        arrays.apply(decoder.parameters()).forEach((name, a) -> all.put("decoder." + name, a));
        return all;
    }

    @Override
    public Example example(long index) {
        return examples.training(index);
    }

    @Override
    public NDArray loss(NDList batch) {
        NDArray features = features(batch, true);
        NDArray said = new Words(batch.get(1)).loss(logits(features, batch, true));
        NDArray fits = decoder.fitting(parameters, features);
        return said.add(fittingLoss(fits, batch.get(2)));
    }

    private NDArray features(NDList batch, boolean training) {
        return network.forward(parameters, new NDList(batch.get(0)), training).singletonOrThrow();
    }

    /** The logits {@code (N, S, T, V)} of what follows each token of the captions. */
    private NDArray logits(NDArray features, NDList batch, boolean training) {
        return decoder.forward(
                        parameters, new NDList(features, batch.get(1).get(":, :, :-1")), training)
                .singletonOrThrow();
    }

    /**
     * Binary cross-entropy of the words that fit a picture or do not, max(x, 0) − xy + log(1 +
     * e^−|x|), over those of which it is known ({@code fit} is not below 0).
     */
    private static NDArray fittingLoss(NDArray logits, NDArray fit) {
        NDArray known = fit.gte(0).toType(DataType.FLOAT32, false);
        return Activation.relu(logits)
                .sub(logits.mul(fit))
                .add(logits.abs().neg().exp().add(1).log())
                .mul(known)
                .sum()
                .div(known.sum());
    }

    /** The tokens that are wanted at each place, {@code (N, S, T)}, padding among them. */
    private record Words(NDArray captions) {

        /** The mean over all real tokens of their negative log-probability, {@code ()}. */
        NDArray loss(NDArray logits) {
            NDArray wanted = captions.get(":, :, 1:").toType(DataType.INT64, false);
            NDArray counts = wanted.neq(SceneTokens.PAD).toType(DataType.FLOAT32, false);
            NDArray found = logits.logSoftmax(3).gather(wanted.expandDims(3), 3).squeeze(3);
            return found.mul(counts).sum().neg().div(counts.sum());
        }
    }

    @Override
    public Map<String, Double> measure() {
        double loss = 0;
        int batches = (config.validation() + shared.batch() - 1) / shared.batch();
        try (Batches all =
                new Batches(this::validation, shared.batch(), 0, batches, shared.workers())) {
            for (int i = 0; i < batches; i++) {
                int open = Math.min(shared.batch(), config.validation() - i * shared.batch());
                loss += open * loss(all.next().first(open));
            }
        }
        double mean = loss / config.validation();
        Map<String, Double> measures = new LinkedHashMap<>();
        measures.put("probability of a word", Math.exp(-mean));
        measures.put("validation loss", mean);
        return measures;
    }

    /** The last batch is filled up with scenes that are not counted. */
    private Example validation(long index) {
        return examples.validation(index % config.validation());
    }

    private double loss(Example batch) {
        try (NDManager scope = manager.newSubManager();
                GradientMode off = GradientMode.off()) {
            NDList arrays = staging.arrays(scope, batch);
            return new Words(arrays.get(1))
                    .loss(logits(features(arrays, false), arrays, false))
                    .getFloat();
        }
    }

    @Override
    public List<String> files() {
        return List.of(ENCODER, DECODER, TOKENIZER);
    }

    @Override
    public List<Path> save(Path folder) {
        Path encoder = folder.resolve(ENCODER);
        Path words = folder.resolve(DECODER);
        write(encoder, network.stateDict(encoder.toString()));
        write(
                words,
                decoder.parameters()
                        .stateDict(
                                words.toString(),
                                Map.of(DecoderConfig.METADATA, decoder.config().toJson())));
        Path tokenizer = folder.resolve(TOKENIZER);
        byte[] json = tokens.tokenizer().getBytes(StandardCharsets.UTF_8);
        new WholeFile(true).write(tokenizer, out -> out.write(json));
        return List.of(encoder, words, tokenizer);
    }

    private void write(Path file, StateDict weights) {
        SafetensorsFile.write(file, weights, config.saveAs(), new WholeFile(true));
    }

    @Override
    public void close() {
        manager.close();
    }
}
