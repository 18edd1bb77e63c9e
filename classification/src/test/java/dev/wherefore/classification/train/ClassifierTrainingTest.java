package dev.wherefore.classification.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import com.google.inject.Guice;
import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.config.ConfigReader;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.experiment.config.Vocabulary;
import dev.wherefore.core.network.block.NetworkConfig;
import dev.wherefore.core.network.block.NetworkFamilies;
import dev.wherefore.core.network.block.NetworkModule;
import dev.wherefore.core.train.EpochResult;
import dev.wherefore.core.train.TrainConfig;
import dev.wherefore.core.train.Training;
import dev.wherefore.core.train.TrainingListener;
import dev.wherefore.core.train.TrainingOptions;
import dev.wherefore.core.train.TrainingScenes;
import dev.wherefore.core.train.TrainingSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifierTrainingTest {

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
                task: classification
                epochs: 3
                examples: 24
                batch: 8
                workers: 2
                network: {family: resnet, classes: 16, widths: [8, 16], blocks: [1, 1]}
                validation: 12
                """);
    }

    private TaskConfig<TrainConfig> config(String... settings) {
        Vocabulary words =
                new Vocabulary(
                        Map.of(
                                ConfigReader.TASK, List.of("classification"),
                                NetworkConfig.FAMILIES, families.names()));
        return new ConfigReader(words)
                .readTask(
                        yaml,
                        List.of(settings),
                        TrainConfig.class,
                        Map.of("classification", ClassifierTrainingConfig.class));
    }

    @Test
    void aSeedWithoutScenesOfItsOwnIsRefusedAtItsKey() {
        ClassifierTraining task = new ClassifierTraining(families);
        for (long seed : new long[] {-1, TrainingScenes.LARGEST_SEED + 1}) {
            assertThatThrownBy(() -> task.open(config("seed=" + seed), Device.cpu()))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("seed")
                    .hasMessageContaining("from 0 to 8388606, found " + seed);
        }
        assertThat(examples(TrainingScenes.LARGEST_SEED).training((1L << 40) - 1).arrays())
                .hasSize(2);
    }

    @Test
    void moreScenesThanAreSetAsideForValidationAreRefused() {
        assertThatThrownBy(() -> config("validation=1000001"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("validation: must be from 1 to 1000000, found 1000001");
    }

    private TrainingSummary train(String out, boolean resume, TrainingListener listener) {
        TrainingOptions options =
                new TrainingOptions(folder.resolve(out), Device.cpu(), resume, false);
        return new Training(new ClassifierTraining(families), config(), options, listener).run();
    }

    @Test
    void aTrainingThatWasStoppedGoesOnToTheSameWeights() throws IOException {
        train("whole", false, new StopsAfter(99));
        assertThatThrownBy(() -> train("stopped", false, new StopsAfter(2))).hasMessage("stopped");
        assertThat(folder.resolve("stopped/model.safetensors")).doesNotExist();
        TrainingSummary resumed = train("stopped", true, new StopsAfter(99));
        assertThat(resumed.epochs()).hasSize(3);
        assertThat(folder.resolve("stopped/model.safetensors"))
                .hasSameBinaryContentAs(folder.resolve("whole/model.safetensors"));
    }

    private SceneExamples examples(long seed) {
        return new SceneExamples(((ClassifierTrainingConfig) config().own()).trainingScenes(seed));
    }

    @Test
    void examplesAreTheSameWhicheverThreadMakesThem() {
        SceneExamples examples = examples(1);
        float[] first = examples.training(5).arrays().get(0).values();
        assertThat(examples.training(5).arrays().get(0).values()).containsExactly(first);
        assertThat(examples.training(6).arrays().get(0).values()).isNotEqualTo(first);
        assertThat(examples(2).training(5).arrays().get(0).values()).isNotEqualTo(first);
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
