package dev.wherefore.bench;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.google.inject.Guice;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.explain.ExplainRequest;
import dev.wherefore.core.explain.Fusion;
import dev.wherefore.core.explain.Layout;
import dev.wherefore.core.method.GradCam;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.block.NetworkModule;
import dev.wherefore.core.network.load.NetworkLoader;
import dev.wherefore.core.target.Labels;
import dev.wherefore.core.target.Likelihood;
import dev.wherefore.core.target.ScoreKind;
import dev.wherefore.core.text.SpecialTokens;
import dev.wherefore.core.text.Tokenizer;
import dev.wherefore.core.text.UnknownWords;
import dev.wherefore.vqa.QuestionPass;
import dev.wherefore.vqa.QuestionPass.Explained;
import dev.wherefore.vqa.QuestionPass.Slot;
import dev.wherefore.vqa.VqaModel;
import dev.wherefore.vqa.answer.AnswerTarget;
import dev.wherefore.vqa.asking.Asked;
import dev.wherefore.vqa.asking.QuestionTokens;
import dev.wherefore.vqa.data.AskedQuestion;
import dev.wherefore.vqa.head.AnswerHeads;
import dev.wherefore.vqa.network.EncoderHead;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Grad-CAM of the answers to 32 questions about one picture, in one pass, against answering them
 * with the image network run once, and against answering 32 pairs of a picture and a question.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 4)
@Measurement(iterations = 4, time = 8)
public class QuestionCost {

    private static final int QUESTIONS = 32;
    private static final int SIDE = 128;
    private static final List<String> ASKED =
            List.of(
                    "what colour is the bus?",
                    "how many birds are there?",
                    "is there a red car?",
                    "what is left of the bench?");

    /** A folder with image.safetensors, head.safetensors, tokenizer.json and answers.txt. */
    @Param({""})
    public String answerer = "";

    /** The layer to explain at: in the head, or where the image network ends. */
    @Param({"fused", "encoder-output"})
    public String layer = "";

    private final Medians together = new Medians("32 questions answered, the image network once");
    private final Medians pairs = new Medians("32 pairs of picture and question answered");
    private final Medians explaining = new Medians("32 answers explained");

    @SuppressWarnings("NullAway.Init")
    private VqaModel model;

    @SuppressWarnings("NullAway.Init")
    private QuestionPass pass;

    @SuppressWarnings("NullAway.Init")
    private NDManager manager;

    @SuppressWarnings("NullAway.Init")
    private NDArray image;

    private final List<Slot> slots = new ArrayList<>();
    private final List<int[]> ids = new ArrayList<>();

    /** Loads the network, and 32 questions. */
    @Setup
    public void load() {
        Path folder = Path.of(answerer);
        Tokenizer tokenizer =
                Tokenizer.readUnframed(folder.resolve("tokenizer.json"), SpecialTokens.usual());
        QuestionTokens tokens = new QuestionTokens(tokenizer, List.of(), Optional.empty());
        NetworkLoader loader =
                Guice.createInjector(new NetworkModule())
                        .getInstance(NetworkLoader.class);
        model =
                new VqaModel(
                        new EncoderHead(
                                loader.load(
                                        folder.resolve("image.safetensors"),
                                        Optional.empty(),
                                        NetworkLoader.FORWARD,
                                        Device.cpu()),
                                "",
                                AnswerHeads.load(
                                        folder.resolve("head.safetensors"), Device.cpu())),
                        tokenizer,
                        tokens,
                        Labels.read(folder.resolve("answers.txt"), Labels.Sort.ANSWER),
                        Likelihood.SOFTMAX,
                        ScoreKind.LOGIT,
                        true);
        pass =
                new QuestionPass(
                        model,
                        targets ->
                                new ExplainRequest(
                                        List.of(LayerRun.parse(layer)),
                                        Layout.AUTO,
                                        targets,
                                        List.of(new GradCam()),
                                        Fusion.MEAN,
                                        false));
        manager = model.network().newScope();
        image = manager.randomUniform(-2, 2, new Shape(1, 3, SIDE, SIDE));
        for (int q = 0; q < QUESTIONS; q++) {
            AskedQuestion question =
                    new AskedQuestion(
                            OptionalLong.empty(),
                            ASKED.get(q % ASKED.size()),
                            Optional.empty(),
                            List.of(),
                            Optional.empty());
            Asked asked = tokens.ask(question, UnknownWords.REFUSE);
            ids.add(asked.ids());
            slots.add(
                    new Slot(
                            asked,
                            new AnswerTarget(
                                    q % model.answers().count(),
                                    OptionalInt.empty(),
                                    ScoreKind.LOGIT,
                                    false,
                                    "an answer")));
        }
    }

    /** One of each, in turn. */
    @Benchmark
    public float inTurn() {
        return together.time(() -> answer(ids))
                + pairs.time(this::answerPairs)
                + explaining.time(this::explain);
    }

    private float answer(List<int[]> questions) {
        try (NDManager scope = manager.newSubManager();
                GradientMode off = GradientMode.off()) {
            NDArray all = model.tokens().array(scope, questions);
            return model.network().see(scope, image).logits(scope, 0, all).sum().getFloat();
        }
    }

    private float answerPairs() {
        float sum = 0;
        for (int[] question : ids) {
            sum += answer(List.of(question));
        }
        return sum;
    }

    private float explain() {
        try (NDManager scope = manager.newSubManager()) {
            List<Explained> found = pass.explain(scope, image, List.of(slots)).get(0);
            return found.get(0).explanations().get(0).score();
        }
    }

    /** Prints the medians, and closes everything. */
    @TearDown
    public void print() {
        System.out.println();
        System.out.println("at " + layer);
        for (Medians times : List.of(together, pairs, explaining)) {
            times.print(together);
        }
        explaining.print(pairs);
        System.out.println();
        pass.close();
        manager.close();
        model.close();
    }
}
