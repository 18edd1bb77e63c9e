package dev.wherefore.vqa.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.types.Shape;
import com.google.inject.Guice;
import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.ExplainedPicture;
import dev.wherefore.core.experiment.PictureExplainer;
import dev.wherefore.core.experiment.config.ConfigReader;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.experiment.config.Vocabulary;
import dev.wherefore.core.network.block.NetworkConfig;
import dev.wherefore.core.network.block.NetworkFamilies;
import dev.wherefore.core.network.block.NetworkModule;
import dev.wherefore.core.scene.language.QuestionWords;
import dev.wherefore.core.train.EpochResult;
import dev.wherefore.core.train.Example;
import dev.wherefore.core.train.TrainConfig;
import dev.wherefore.core.train.Trainee;
import dev.wherefore.core.train.Training;
import dev.wherefore.core.train.TrainingListener;
import dev.wherefore.core.train.TrainingOptions;
import dev.wherefore.core.train.TrainingScenes;
import dev.wherefore.core.train.TrainingSummary;
import dev.wherefore.vqa.support.VqaTrial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswererTrainingTest {

    private static final List<String> FILES =
            List.of("image.safetensors", "head.safetensors", "tokenizer.json", "answers.txt");

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
                task: vqa
                epochs: 3
                examples: 16
                batch: 8
                workers: 2
                network: {family: resnet, classes: 0, widths: [8, 12], blocks: [1, 1]}
                head: {embedding: 8, hidden: 12, width: 10, anchors: 2, layers: 2}
                questions: 3
                validation: 9
                """);
    }

    private TaskConfig<TrainConfig> config(String... settings) {
        Vocabulary words =
                new Vocabulary(
                        Map.of(
                                ConfigReader.TASK, List.of("vqa"),
                                NetworkConfig.FAMILIES, families.names()));
        return new ConfigReader(words)
                .readTask(
                        yaml,
                        List.of(settings),
                        TrainConfig.class,
                        Map.of("vqa", AnswererTrainingConfig.class));
    }

    private TrainingSummary train(
            String out, boolean resume, TrainingListener listener, String... settings) {
        TrainingOptions options =
                new TrainingOptions(folder.resolve(out), Device.cpu(), resume, false);
        return new Training(new AnswererTraining(families), config(settings), options, listener)
                .run();
    }

    @Test
    void aTrainingThatWasStoppedGoesOnToTheSameWeightsAndTheyAnswer() throws IOException {
        TrainingSummary whole = train("whole", false, new StopsAfter(99));
        assertThat(whole.epochs()).hasSize(3);
        assertThatThrownBy(() -> train("stopped", false, new StopsAfter(2))).hasMessage("stopped");
        assertThat(folder.resolve("stopped/head.safetensors")).doesNotExist();
        train("stopped", true, new StopsAfter(99));
        for (String file : FILES) {
            assertThat(folder.resolve("stopped").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("whole").resolve(file));
        }
        assertAnswers(folder.resolve("whole"));
    }

    private void assertAnswers(Path trained) throws IOException {
        String model =
                "model={encoder: %s, head: %s, tokenizer: %s, answers: %s}"
                        .formatted(FILES.stream().map(trained::resolve).toArray());
        try (PictureExplainer explainer =
                new VqaTrial(folder).open(model, "preprocess={preset: none}")) {
            ExplainedPicture found =
                    explainer.explain(List.of(VqaTrial.picture(128, 128, 1))).get(0);
            String answer = found.predictions().get(0).label();
            assertThat(QuestionWords.answers())
                    .contains(answer.substring(VqaTrial.QUESTION.length() + 1));
            assertThat(found.findings()).hasSize(1);
            assertThat(explainer.facts()).anyMatch(fact -> fact.startsWith("layer fused: "));
        }
    }

    @Test
    void theLossFallsWhileATinyNetworkLearns() {
        TrainingSummary summary =
                train(
                        "longer",
                        false,
                        new StopsAfter(99),
                        "epochs=8",
                        "learning-rate={peak: 0.01}");
        // of its own few scenes: it is too small a training to tell others
        double first = summary.epochs().get(0).loss();
        assertThat(first).isBetween(1.0, 8.0);
        assertThat(summary.epochs().get(7).loss()).isLessThan(first - 0.5);
        assertThat(summary.epochs().get(7).measures()).containsKeys("accuracy", "validation loss");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "augment={flip: true} |"
                        + " augment.flip must be false: a mirrored picture makes 'left of' untrue",
                "network.classes=16 |"
                        + " network.classes must be 0, since the answer head takes features, found"
                        + " 16",
                "questions=0 | questions: must be at least 1, found 0",
                "sparsity=-0.1 | sparsity: must be 0 or more, found -0.1",
                "ground=-1 | ground: must be 0 or more, found -1.0",
                "anchoring=-2 | anchoring: must be 0 or more, found -2.0",
                "validation=1000001 | validation: must be from 1 to 1000000, found 1000001",
                "save-as=i64 | save-as",
                "start=nowhere.safetensors | start: there is no file",
                "head={anchors: 0} | head.anchors: must be at least 1, found 0"
            })
    void whatCannotBeTrainedSoIsRefused(String setting, String words) {
        assertThatThrownBy(() -> config(setting))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(words)
                .message()
                .hasLineCount(1);
    }

    @Test
    void aSeedOrAPictureThatDoesNotFitIsRefusedAtItsKey() {
        AnswererTraining task = new AnswererTraining(families);
        TaskConfig<TrainConfig> seed = config("seed=" + (TrainingScenes.LARGEST_SEED + 1));
        assertThatThrownBy(() -> task.open(seed, Device.cpu()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("seed: ");
        TaskConfig<TrainConfig> grey = config("network.channels=1");
        assertThatThrownBy(() -> task.open(grey, Device.cpu()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("network.channels: ");
    }

    @Test
    void examplesAreQuestionsOfKnownWordsAndAnswersWhicheverThreadMakesThem() {
        try (Trainee trainee = new AnswererTraining(families).open(config(), Device.cpu())) {
            Example example = trainee.example(5);
            assertThat(example.arrays().get(0).shape()).isEqualTo(new Shape(3, 128, 128));
            assertThat(example.arrays().get(1).shape()).isEqualTo(new Shape(3, 14));
            assertThat(example.arrays().get(2).shape()).isEqualTo(new Shape(3));
            for (float id : example.arrays().get(1).values()) {
                assertThat(id == 0 || (id >= 4 && id < 4 + QuestionWords.all().size())).isTrue();
            }
            for (int i = 0; i < 4; i++) {
                assertThat(
                                Arrays.equals(
                                        trainee.example(5).arrays().get(i).values(),
                                        example.arrays().get(i).values()))
                        .isTrue();
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
