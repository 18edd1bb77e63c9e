package dev.wherefore.bench;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.captioning.CaptionModel;
import dev.wherefore.captioning.CaptionPass;
import dev.wherefore.captioning.Captioned;
import dev.wherefore.captioning.Saying;
import dev.wherefore.captioning.decoder.TextDecoders;
import dev.wherefore.captioning.network.CaptionNetwork.Seen;
import dev.wherefore.captioning.network.EncoderDecoder;
import dev.wherefore.captioning.target.CaptionTarget;
import dev.wherefore.captioning.target.Resolved;
import dev.wherefore.captioning.target.Term;
import dev.wherefore.captioning.target.TokenScore;
import dev.wherefore.core.network.FeatureNetwork;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.explain.ExplainRequest;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.explain.Fusion;
import dev.wherefore.core.explain.Layout;
import dev.wherefore.core.method.GradCam;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.torchscript.TorchScriptNetwork;
import dev.wherefore.core.text.SpecialTokens;
import dev.wherefore.core.text.Token;
import dev.wherefore.core.text.Tokenizer;
import dev.wherefore.core.text.UnknownWords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
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
 * Grad-CAM of all words of a caption of ten, in one pass, against making a caption of ten words
 * greedily (the beginning is run again for each word), and against ten passes forward and backward.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 4)
@Measurement(iterations = 4, time = 8)
public class CaptionCost {

    private static final int WORDS = 10;

    /** A folder with encoder.pt, decoder.pt and tokenizer.json, of pictures of 96x96. */
    @Param({""})
    public String captioner = "";

    private final Medians makingTimes = new Medians("a caption of ten words made greedily");
    private final Medians explainingTimes = new Medians("all ten words explained");
    private final Medians singleTimes = new Medians("ten passes forward and backward");

    @SuppressWarnings("NullAway.Init")
    private CaptionModel model;

    @SuppressWarnings("NullAway.Init")
    private CaptionPass pass;

    @SuppressWarnings("NullAway.Init")
    private NDManager manager;

    @SuppressWarnings("NullAway.Init")
    private NDArray image;

    @SuppressWarnings("NullAway.Init")
    private Captioned together;

    private final List<Captioned> alone = new ArrayList<>();

    /** Loads the captioner, and a caption of ten words. */
    @Setup
    public void load() {
        Path folder = Path.of(captioner);
        Tokenizer tokenizer =
                Tokenizer.read(folder.resolve("tokenizer.json"), SpecialTokens.usual());
        EncoderDecoder network =
                new EncoderDecoder(
                        TorchScriptNetwork.load(folder.resolve("encoder.pt"), Device.cpu()),
                        "",
                        TextDecoders.load(folder.resolve("decoder.pt"), Device.cpu()));
        model = new CaptionModel(network, tokenizer, WORDS);
        pass =
                new CaptionPass(
                        model,
                        targets ->
                                new ExplainRequest(
                                        List.of(LayerRun.parse(FeatureNetwork.OUTPUT)),
                                        Layout.AUTO,
                                        targets,
                                        List.of(new GradCam()),
                                        Fusion.MEAN,
                                        false));
        manager = network.newScope();
        image = manager.randomUniform(-0.5f, 0.5f, new Shape(1, 3, 96, 96));
        Saying saying =
                new Saying(
                        tokenizer.encode(
                                "a red circle left of a blue triangle above a",
                                UnknownWords.REFUSE),
                        tokenizer.specials(),
                        java.util.Optional.empty());
        List<CaptionTarget> words = new ArrayList<>();
        for (int t = 0; t < WORDS; t++) {
            Token token = saying.text().tokens().get(t);
            Term term = new Term(TokenScore.LOG_PROBABILITY, 0, t, token.id(), 1);
            words.add(
                    new CaptionTarget(
                            token.piece(), token.piece(), List.of(term), OptionalInt.empty()));
        }
        together = captioned(saying, words);
        words.forEach(word -> alone.add(captioned(saying, List.of(word))));
    }

    private static Captioned captioned(Saying saying, List<CaptionTarget> targets) {
        return new Captioned(
                List.of(saying), new Resolved(targets, List.of(saying.beginning()), List.of()));
    }

    /** One of each, in turn. */
    @Benchmark
    public float inTurn() {
        float made = makingTimes.time(this::make);
        float explained = explainingTimes.time(() -> explain(together));
        float single =
                singleTimes.time(
                        () -> {
                            float sum = 0;
                            for (Captioned word : alone) {
                                sum += explain(word);
                            }
                            return sum;
                        });
        return made + explained + single;
    }

    /** The picture is looked at once; the beginning is run again for each word. */
    private float make() {
        try (NDManager scope = manager.newSubManager();
                GradientMode off = GradientMode.off()) {
            Seen seen = model.network().see(scope, image);
            long[] beginning = {model.tokenizer().specials().begin()};
            for (int word = 0; word < WORDS; word++) {
                try (NDManager inner = scope.newSubManager()) {
                    NDArray ids = inner.create(beginning, new Shape(1, beginning.length));
                    NDArray last = seen.logits(inner, 0, ids).get("0, -1");
                    beginning = Arrays.copyOf(beginning, beginning.length + 1);
                    beginning[beginning.length - 1] = last.argMax().getLong();
                }
            }
            return beginning[WORDS];
        }
    }

    private float explain(Captioned caption) {
        try (NDManager scope = manager.newSubManager()) {
            List<Explanation> found = pass.explain(scope, image, List.of(caption)).get(0);
            return found.get(0).score();
        }
    }

    /** Prints the medians, and closes everything. */
    @TearDown
    public void print() {
        for (Medians times : List.of(makingTimes, explainingTimes, singleTimes)) {
            times.print(makingTimes);
        }
        explainingTimes.print(singleTimes);
        System.out.println();
        pass.close();
        manager.close();
        model.close();
    }
}
