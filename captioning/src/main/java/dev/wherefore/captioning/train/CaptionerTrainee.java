package dev.wherefore.captioning.train;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import dev.wherefore.captioning.decoder.DecoderConfig;
import dev.wherefore.captioning.decoder.LookingDecoder;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.network.block.NetworkBlock;
import dev.wherefore.core.train.Batches;
import dev.wherefore.core.train.Example;
import dev.wherefore.core.train.Staging;
import dev.wherefore.core.train.TrainConfig;
import dev.wherefore.core.train.Trainee;
import dev.wherefore.core.train.TwoParts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A captioner that learns to say what a scene shows: an image network and a decoder. */
final class CaptionerTrainee implements Trainee {

    private static final String TOKENIZER = "tokenizer.json";

    private final TwoParts parts;
    private final LookingDecoder decoder;
    private final CaptionerTrainingConfig config;
    private final TrainConfig shared;
    private final SceneTokens tokens;
    private final CaptionExamples examples;
    private final Staging staging = new Staging();

    CaptionerTrainee(
            NetworkBlock network,
            CaptionerTrainingConfig config,
            TrainConfig shared,
            Device device) {
        this.tokens = new SceneTokens();
        this.config = config;
        this.shared = shared;
        this.examples =
                new CaptionExamples(
                        config.trainingScenes(shared.seed()), tokens, config.captions());
        int channels = TwoParts.channels(network, picture());
        this.decoder = new LookingDecoder(config.decoder().decoder(tokens.size(), channels));
        this.parts =
                new TwoParts(
                        network,
                        "encoder",
                        decoder,
                        "decoder",
                        config.start(),
                        shared.seed(),
                        device);
    }

    private Shape picture() {
        return examples.validation(0).arrays().get(0).shape();
    }

    @Override
    public List<String> facts() {
        List<String> facts = new ArrayList<>(parts.facts(picture()));
        facts.add(
                String.format(
                        Locale.ROOT,
                        "decoder: %,d weights, %d tokens",
                        parts.headSize(),
                        decoder.config().vocabulary()));
        facts.add(
                String.format(
                        Locale.ROOT,
                        "%d epochs of %,d scenes with %d captions each, measured on %,d others",
                        shared.epochs(),
                        shared.steps() * shared.batch(),
                        config.captions(),
                        config.validation()));
        return facts;
    }

    @Override
    public NDManager manager() {
        return parts.manager();
    }

    @Override
    public Map<String, NDArray> weights() {
        return parts.weights();
    }

    @Override
    public Map<String, NDArray> state() {
        return parts.state();
    }

    @Override
    public Example example(long index) {
        return examples.training(index);
    }

    @Override
    public NDArray loss(NDList batch) {
        NDArray features = parts.features(batch.get(0), true);
        NDArray said = new Words(batch.get(1)).loss(logits(features, batch, true));
        NDArray fits = decoder.fitting(parts.parameters(), features);
        return said.add(fittingLoss(fits, batch.get(2)));
    }

    /** The logits {@code (N, S, T, V)} of what follows each token of the captions. */
    private NDArray logits(NDArray features, NDList batch, boolean training) {
        return decoder.forward(
                        parts.parameters(),
                        new NDList(features, batch.get(1).get(":, :, :-1")),
                        training)
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
        try (NDManager scope = manager().newSubManager();
                GradientMode off = GradientMode.off()) {
            NDList arrays = staging.arrays(scope, batch);
            return new Words(arrays.get(1))
                    .loss(logits(parts.features(arrays.get(0), false), arrays, false))
                    .getFloat();
        }
    }

    @Override
    public List<String> files() {
        List<String> files = new ArrayList<>(parts.files());
        files.add(TOKENIZER);
        return files;
    }

    @Override
    public List<Path> save(Path folder) {
        return parts.save(
                folder,
                Map.of(DecoderConfig.METADATA, decoder.config().toJson()),
                config.saveAs(),
                Map.of(TOKENIZER, tokens.tokenizer()));
    }

    @Override
    public void close() {
        parts.close();
    }
}
