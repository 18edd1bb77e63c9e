package dev.wherefore.vqa.train;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.network.block.NetworkBlock;
import dev.wherefore.core.scene.language.QuestionType;
import dev.wherefore.core.train.Batches;
import dev.wherefore.core.train.Example;
import dev.wherefore.core.train.Staging;
import dev.wherefore.core.train.TrainConfig;
import dev.wherefore.core.train.Trainee;
import dev.wherefore.core.train.TrainingScenes;
import dev.wherefore.core.train.TwoParts;
import dev.wherefore.vqa.head.FilmHead;
import dev.wherefore.vqa.head.HeadConfig;
import dev.wherefore.vqa.head.HeadTap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A network that learns to answer questions about a scene: an image network and a head. */
final class AnswererTrainee implements Trainee {

    private static final String TOKENIZER = "tokenizer.json";
    private static final String ANSWERS = "answers.txt";

    private final TwoParts parts;
    private final FilmHead head;
    private final AnswererTrainingConfig config;
    private final TrainConfig shared;
    private final SceneQuestions questions;
    private final Shape picture;
    private final Staging staging = new Staging();

    AnswererTrainee(
            NetworkBlock network,
            AnswererTrainingConfig config,
            TrainConfig shared,
            Device device) {
        this.config = config;
        this.shared = shared;
        TrainingScenes scenes = config.trainingScenes(shared.seed());
        this.picture = scenes.validation(0).picture().shape();
        Shape features = features(network);
        this.questions =
                new SceneQuestions(
                        scenes,
                        config.questions(),
                        new Ground((int) features.get(2), (int) features.get(3)));
        this.head =
                new FilmHead(
                        config.head()
                                .head(
                                        questions.vocabulary(),
                                        questions.answers().size(),
                                        (int) features.get(1)));
        this.parts =
                new TwoParts(network, "image", head, "head", config.start(), shared.seed(), device);
    }

    /** A picture's features {@code (1, C, h, w)}. */
    private Shape features(NetworkBlock network) {
        return network.getOutputShapes(new Shape[] {new Shape(1).addAll(picture)})[0];
    }

    @Override
    public List<String> facts() {
        List<String> facts = new ArrayList<>(parts.facts(picture));
        facts.add(
                String.format(
                        Locale.ROOT,
                        "answer head: %,d weights, %d tokens, %d answers",
                        parts.headSize(),
                        head.config().vocabulary(),
                        head.config().answers()));
        facts.add(
                String.format(
                        Locale.ROOT,
                        "%d epochs of %,d scenes with %d questions each, measured on %,d others",
                        shared.epochs(),
                        shared.steps() * shared.batch(),
                        config.questions(),
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
        return questions.training(index);
    }

    @Override
    public NDArray loss(NDList batch) {
        Said said = new Said();
        NDArray loss = crossEntropy(logits(batch, true, said), batch);
        return loss.add(said.mean().mul(weight(loss, config.sparsity())))
                .add(said.astray(batch.get(4)).mul(weight(loss, config.anchoring())))
                .add(said.beside(batch.get(5), batch.get(3)).mul(weight(loss, config.ground())));
    }

    private static NDArray weight(NDArray loss, double weight) {
        return loss.onesLike().mul((float) weight);
    }

    /** The logits {@code (N·S, K)} of the answers. */
    private NDArray logits(NDList batch, boolean training, HeadTap tap) {
        NDArray features = parts.features(batch.get(0), training);
        NDArray ids = batch.get(1);
        NDArray flat = ids.reshape(-1, ids.getShape().get(2));
        return head.logits(parts.parameters(), features, flat, tap);
    }

    /** The mean over all questions of the right answers' negative log-probabilities, {@code ()}. */
    private static NDArray crossEntropy(NDArray logits, NDList batch) {
        NDArray wanted = batch.get(2).reshape(-1, 1).toType(DataType.INT64, false);
        return logits.logSoftmax(1).gather(wanted, 1).mean().neg();
    }

    @Override
    public Map<String, Double> measure() {
        int types = QuestionType.values().length;
        double[] asked = new double[types];
        double[] right = new double[types];
        double loss = 0;
        int batches = (config.validation() + shared.batch() - 1) / shared.batch();
        try (Batches all =
                new Batches(this::validation, shared.batch(), 0, batches, shared.workers())) {
            for (int i = 0; i < batches; i++) {
                int open = Math.min(shared.batch(), config.validation() - i * shared.batch());
                loss += open * answer(all.next().first(open), asked, right);
            }
        }
        return measures(asked, right, loss / config.validation());
    }

    private static Map<String, Double> measures(double[] asked, double[] right, double loss) {
        Map<String, Double> measures = new LinkedHashMap<>();
        measures.put("accuracy", sum(right) / sum(asked));
        measures.put("validation loss", loss);
        QuestionType[] types = QuestionType.values();
        for (int i = 0; i < types.length; i++) {
            if (asked[i] > 0) {
                measures.put(types[i].name().toLowerCase(Locale.ROOT), right[i] / asked[i]);
            }
        }
        return measures;
    }

    private static double sum(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum;
    }

    /** The last batch is filled up with scenes that are not counted. */
    private Example validation(long index) {
        return questions.validation(index % config.validation());
    }

    /** Counts right answers by type, and returns the mean loss. */
    private double answer(Example batch, double[] asked, double[] right) {
        try (NDManager scope = manager().newSubManager();
                GradientMode off = GradientMode.off()) {
            NDList arrays = staging.arrays(scope, batch);
            NDArray logits = logits(arrays, false, HeadTap.NONE);
            long[] said = logits.argMax(1).toLongArray();
            float[] wanted = arrays.get(2).toFloatArray();
            float[] types = arrays.get(3).toFloatArray();
            for (int i = 0; i < said.length; i++) {
                asked[(int) types[i]]++;
                right[(int) types[i]] += said[i] == (long) wanted[i] ? 1 : 0;
            }
            return crossEntropy(logits, arrays).getFloat();
        }
    }

    @Override
    public List<String> files() {
        List<String> files = new ArrayList<>(parts.files());
        files.addAll(List.of(TOKENIZER, ANSWERS));
        return files;
    }

    @Override
    public List<Path> save(Path folder) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(TOKENIZER, questions.tokenizer());
        texts.put(ANSWERS, String.join("\n", questions.answers()) + "\n");
        return parts.save(
                folder,
                Map.of(HeadConfig.METADATA, head.config().toJson()),
                config.saveAs(),
                texts);
    }

    @Override
    public void close() {
        parts.close();
    }
}
