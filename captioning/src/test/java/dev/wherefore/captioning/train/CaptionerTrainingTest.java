package dev.wherefore.captioning.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.types.Shape;
import com.google.inject.Guice;
import dev.wherefore.captioning.support.CaptionTrial;
import dev.wherefore.captioning.support.SmallCaptioner;
import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.ExplainedPicture;
import dev.wherefore.core.experiment.PictureExplainer;
import dev.wherefore.core.experiment.config.ConfigReader;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.experiment.config.Vocabulary;
import dev.wherefore.core.network.block.NetworkConfig;
import dev.wherefore.core.network.block.NetworkFamilies;
import dev.wherefore.core.network.block.NetworkModule;
import dev.wherefore.core.scene.language.SceneWords;
import dev.wherefore.core.text.SpecialTokens;
import dev.wherefore.core.text.Text;
import dev.wherefore.core.text.Tokenizer;
import dev.wherefore.core.text.UnknownWords;
import dev.wherefore.core.train.EpochResult;
import dev.wherefore.core.train.Example;
import dev.wherefore.core.train.TrainConfig;
import dev.wherefore.core.train.Trainee;
import dev.wherefore.core.train.Training;
import dev.wherefore.core.train.TrainingListener;
import dev.wherefore.core.train.TrainingOptions;
import dev.wherefore.core.train.TrainingScenes;
import dev.wherefore.core.train.TrainingSummary;
import dev.wherefore.core.weights.StateDict;
import dev.wherefore.core.weights.WeightTensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptionerTrainingTest {

    private static final List<String> FILES =
            List.of("encoder.safetensors", "decoder.safetensors", "tokenizer.json");

    @TempDir private Path folder;
    private final NetworkFamilies families =
            Guice.createInjector(new NetworkModule()).getInstance(NetworkFamilies.class);
    private Path yaml = Path.of("");

    @BeforeEach
    void writeConfig() throws IOException {
        yaml = folder.resolve("tiny.yaml");
        Files.writeString(
                yaml,
                """
                task: captioning
                epochs: 3
                examples: 16
                batch: 8
                workers: 2
                network: {family: resnet, classes: 0, widths: [8, 12], blocks: [1, 1]}
                decoder: {embedding: 8, hidden: 12, attention: 10, heads: 2, looks: 2}
                captions: 2
                validation: 9
                """);
    }

    private TaskConfig<TrainConfig> config(String... settings) {
        Vocabulary words =
                new Vocabulary(
                        Map.of(
                                ConfigReader.TASK, List.of("captioning"),
                                NetworkConfig.FAMILIES, families.names()));
        return new ConfigReader(words)
                .readTask(
                        yaml,
                        List.of(settings),
                        TrainConfig.class,
                        Map.of("captioning", CaptionerTrainingConfig.class));
    }

    private TrainingSummary train(
            String out, boolean resume, TrainingListener listener, String... settings) {
        TrainingOptions options =
                new TrainingOptions(folder.resolve(out), Device.cpu(), resume, false);
        return new Training(new CaptionerTraining(families), config(settings), options, listener)
                .run();
    }

    @Test
    void aTrainingThatWasStoppedGoesOnToTheSameWeightsAndTheyMakeCaptions() throws IOException {
        TrainingSummary whole = train("whole", false, new StopsAfter(99));
        assertThat(whole.epochs()).hasSize(3);
        assertThatThrownBy(() -> train("stopped", false, new StopsAfter(2))).hasMessage("stopped");
        assertThat(folder.resolve("stopped/decoder.safetensors")).doesNotExist();
        TrainingSummary resumed = train("stopped", true, new StopsAfter(99));
        assertThat(resumed.epochs()).hasSize(3);
        for (String file : FILES) {
            assertThat(folder.resolve("stopped").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("whole").resolve(file));
        }
        assertMakesCaptions(folder.resolve("whole"));
    }

    private void assertMakesCaptions(Path trained) throws IOException {
        String model =
                "model={encoder: %s, decoder: %s, tokenizer: %s, longest: 14}"
                        .formatted(FILES.stream().map(trained::resolve).toArray());
        try (PictureExplainer explainer =
                new CaptionTrial(folder).open(model, "preprocess={preset: none}")) {
            ExplainedPicture found =
                    explainer.explain(List.of(CaptionTrial.picture(128, 128, 1))).get(0);
            String caption = found.predictions().get(0).label();
            assertThat(SceneWords.all()).containsAll(List.of(caption.split(" ", -1)));
            assertThat(found.findings()).isNotEmpty();
        }
    }

    @Test
    void theLossFallsWhileATinyNetworkLearns() {
        TrainingSummary summary =
                train(
                        "longer",
                        false,
                        new StopsAfter(99),
                        "epochs=6",
                        "learning-rate={peak: 0.02}");
        double first = loss(summary.epochs().get(0));
        double last = loss(summary.epochs().get(5));
        assertThat(first).isBetween(3.0, 7.0);
        assertThat(last).isLessThan(first - 0.5);
    }

    private static double loss(EpochResult epoch) {
        return epoch.measures().getOrDefault("validation loss", Double.NaN);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "augment={flip: true} |"
                        + " augment.flip must be false: a mirrored picture makes 'left of' untrue",
                "network.classes=16 |"
                        + " network.classes must be 0, since the decoder takes features, found 16",
                "captions=0 | captions: must be at least 1, found 0",
                "validation=1000001 | validation: must be from 1 to 1000000, found 1000001",
                "save-as=i64 | save-as",
                "start=nowhere.safetensors | start: there is no file",
                "decoder={hidden: 0} | decoder.hidden: must be at least 1, found 0"
            })
    void whatCannotBeTrainedSoIsRefused(String setting, String words) {
        assertThatThrownBy(() -> config(setting))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(words)
                .message()
                .hasLineCount(1);
    }

    @Test
    void aSeedAPictureOrAStartThatDoNotFitAreRefusedAtTheirKeys() {
        CaptionerTraining task = new CaptionerTraining(families);
        assertThatThrownBy(
                        () ->
                                task.open(
                                        config("seed=" + (TrainingScenes.LARGEST_SEED + 1)),
                                        Device.cpu()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("seed: ");
        assertThatThrownBy(() -> task.open(config("network.channels=1"), Device.cpu()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("network.channels: ");
        Path odd = folder.resolve("odd.safetensors");
        SmallCaptioner.write(
                odd,
                new StateDict(
                        "odd",
                        Map.of(
                                "conv1.weight", WeightTensor.of(new Shape(1, 1), 1f),
                                "other", WeightTensor.of(new Shape(1), 1f)),
                        Map.of()));
        assertThatThrownBy(() -> task.open(config("start=" + odd), Device.cpu()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("start: ")
                .hasMessageContaining("has no tensor that fits the network by name and shape")
                .message()
                .hasLineCount(1);
    }

    @Test
    void weightsToStartWithAreSaidAndUsed() {
        NetworkConfig network =
                NetworkConfig.fromJson(
                        "{\"family\": \"resnet\", \"classes\": 3, \"widths\": [8, 12], \"blocks\":"
                                + " [1, 1]}");
        StateDict weights =
                SmallCaptioner.weights(
                        "", families.create(network).parameters().expectedShapes(), Map.of());
        Path start = folder.resolve("start.safetensors");
        SmallCaptioner.write(start, weights);
        try (Trainee trainee =
                new CaptionerTraining(families).open(config("start=" + start), Device.cpu())) {
            int tensors = weights.tensors().size() - 2;
            assertThat(trainee.facts())
                    .anyMatch(
                            fact ->
                                    fact.equals(
                                            tensors
                                                    + " of its "
                                                    + tensors
                                                    + " tensors begin with values of "
                                                    + start));
            float[] begun =
                    Objects.requireNonNull(trainee.weights().get("encoder.conv1.weight"))
                            .toFloatArray();
            assertThat(begun)
                    .containsExactly(
                            Objects.requireNonNull(weights.tensors().get("conv1.weight"))
                                    .toFloats());
        }
    }

    @Test
    void examplesAreCaptionsInTheTokenizersTokensWhicheverThreadMakesThem() throws IOException {
        Path file = folder.resolve("tokenizer.json");
        Files.writeString(file, new SceneTokens().tokenizer());
        try (Trainee trainee = new CaptionerTraining(families).open(config(), Device.cpu());
                Tokenizer tokenizer = Tokenizer.read(file, SpecialTokens.usual())) {
            Example example = trainee.example(5);
            assertThat(example.arrays()).hasSize(3);
            assertThat(example.arrays().get(2).shape()).isEqualTo(new Shape(82));
            assertThat(example.arrays().get(0).shape()).isEqualTo(new Shape(3, 128, 128));
            assertThat(example.arrays().get(1).shape()).isEqualTo(new Shape(2, 16));
            float[] ids = example.arrays().get(1).values();
            assertThat(trainee.example(5).arrays().get(1).values()).containsExactly(ids);
            assertThat(trainee.example(6).arrays().get(0).values())
                    .isNotEqualTo(example.arrays().get(0).values());
            for (int c = 0; c < 2; c++) {
                assertThat(ids[c * 16]).isEqualTo(tokenizer.specials().begin());
                int end = c * 16;
                while (ids[end] != tokenizer.specials().end()) {
                    end++;
                }
                int[] caption = new int[end - c * 16 - 1];
                for (int t = 0; t < caption.length; t++) {
                    caption[t] = (int) ids[c * 16 + 1 + t];
                }
                Text text = tokenizer.decode(caption);
                assertThat(tokenizer.encode(text.string(), UnknownWords.REFUSE).ids())
                        .containsExactly(caption);
                assertThat(text.string()).doesNotContain("[");
            }
        }
    }

    /** Stands for a machine that goes down. */
    private record StopsAfter(int epochs) implements TrainingListener {

        @Override
        public void begins(List<String> facts, List<EpochResult> done) {}

        @Override
        public void epochBegins(int epoch, int steps) {}

        @Override
        public void updated(double loss) {}

        @Override
        public void epochEnds(EpochResult result, boolean best) {
            if (result.epoch() == epochs) {
                throw new IllegalStateException("stopped");
            }
        }
    }
}
