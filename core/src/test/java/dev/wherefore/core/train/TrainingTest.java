package dev.wherefore.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import com.google.common.primitives.Floats;
import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.config.ConfigDoc;
import dev.wherefore.core.experiment.config.ConfigReader;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.experiment.config.Vocabulary;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTest {

    /** The keys of the test's own task. */
    record LineConfig(@ConfigDoc(value = "Nothing.", preset = "1") int nothing) {}

    @TempDir private Path folder;
    private Path yaml = Path.of("");

    @BeforeEach
    void writeConfig() throws IOException {
        yaml = folder.resolve("line.yaml");
        Files.writeString(
                yaml,
                """
                task: line
                epochs: 4
                examples: 64
                batch: 8
                learning-rate: {peak: 0.3, warm-up: 0.1}
                weight-decay: 0
                workers: 2
                """);
    }

    private TaskConfig<TrainConfig> config(String... settings) {
        return new ConfigReader(new Vocabulary(Map.of("task", List.of("line"))))
                .readTask(
                        yaml,
                        List.of(settings),
                        TrainConfig.class,
                        Map.of("line", LineConfig.class));
    }

    private TrainingSummary train(
            String out, int crashAt, boolean resume, TaskConfig<TrainConfig> config) {
        return train(out, crashAt, resume, false, config);
    }

    private TrainingSummary train(
            String out,
            int crashAt,
            boolean resume,
            boolean overwrite,
            TaskConfig<TrainConfig> config) {
        TrainingTask task =
                new TrainingTask() {
                    @Override
                    public Class<? extends Record> keys() {
                        return LineConfig.class;
                    }

                    @Override
                    public Trainee open(TaskConfig<TrainConfig> ignored, Device device) {
                        return new LineTrainee(crashAt);
                    }
                };
        TrainingOptions options =
                new TrainingOptions(folder.resolve(out), Device.cpu(), resume, overwrite);
        return new Training(task, config, options, new Silence()).run();
    }

    @Test
    void findsTheLine() {
        TrainingSummary summary = train("out", 0, false, config("epochs=10"));
        assertThat(summary.best().score()).isGreaterThan(-0.2);
        assertThat(summary.epochs()).hasSize(10);
        assertThat(summary.epochs().get(9).loss()).isLessThan(summary.epochs().get(0).loss() / 50);
        assertThat(summary.epochs().get(9).updates()).isEqualTo(80);
    }

    @Test
    void goesOnAfterACrashToTheSameResult() throws IOException {
        train("whole", 0, false, config());
        assertThatThrownBy(() -> train("crashed", 20, false, config()))
                .hasMessage("the machine went down");
        assertThat(folder.resolve("crashed/line.txt")).doesNotExist();
        TrainingSummary resumed = train("crashed", 0, true, config("workers=1"));
        assertThat(resumed.epochs()).hasSize(4);
        assertThat(folder.resolve("crashed/line.txt"))
                .hasSameTextualContentAs(folder.resolve("whole/line.txt"));
        TrainingCheckpoint whole =
                TrainingCheckpoint.read(folder.resolve("whole/checkpoint.safetensors"));
        TrainingCheckpoint crashed =
                TrainingCheckpoint.read(folder.resolve("crashed/checkpoint.safetensors"));
        assertThat(values(crashed.moments())).isEqualTo(values(whole.moments()));
        assertThat(values(crashed.state())).isEqualTo(values(whole.state()));
    }

    private static Map<String, List<Float>> values(Map<String, HostArray> arrays) {
        Map<String, List<Float>> values = new LinkedHashMap<>();
        arrays.forEach((name, array) -> values.put(name, Floats.asList(array.values())));
        return values;
    }

    @Test
    void stopsWhenNothingBecomesBetterAndKeepsTheBest() throws IOException {
        TaskConfig<TrainConfig> wild =
                config("learning-rate.peak=30", "learning-rate.last=29", "patience=2", "epochs=50");
        TrainingSummary summary = train("out", 0, false, wild);
        assertThat(summary.stoppedEarly()).isTrue();
        int last = summary.epochs().size();
        assertThat(last).isLessThan(50);
        assertThat(summary.best().epoch()).isEqualTo(last - 2);
        String seen = Files.readString(folder.resolve("out/line.txt")).split(" ")[2];
        assertThat(Double.parseDouble(seen)).isEqualTo(64.0 * summary.best().epoch());
    }

    @Test
    void writesATableAndACurveOfEveryEpoch() throws IOException {
        train("out", 0, false, config());
        List<String> lines = Files.readAllLines(folder.resolve("out/history.csv"));
        assertThat(lines).hasSize(5);
        assertThat(lines.get(0)).isEqualTo("epoch,updates,learning-rate,loss,rightness,seconds");
        assertThat(lines.get(4)).startsWith("4,32,");
        BufferedImage curve = ImageIO.read(folder.resolve("out/curve.png").toFile());
        assertThat(curve.getWidth()).isEqualTo(900);
    }

    @Test
    void aTrainingThatIsOverIsNotTrainedFurther() throws IOException {
        train("out", 0, false, config());
        String before = Files.readString(folder.resolve("out/line.txt"));
        TrainingSummary again = train("out", 1, true, config());
        assertThat(again.epochs()).hasSize(4);
        assertThat(folder.resolve("out/line.txt")).hasContent(before);
    }

    @Test
    void aFolderThatIsTakenIsRefused() {
        train("out", 0, false, config());
        assertThatThrownBy(() -> train("out", 0, false, config()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is not empty; go on with a training that was stopped");
        assertThatThrownBy(() -> train("out", 0, true, config("batch=4")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("holds a training by another config");
    }

    @Test
    void aLossThatIsNoNumberEndsTheTrainingInASentence() {
        TaskConfig<TrainConfig> wild = config("learning-rate.peak=1e30");
        assertThatThrownBy(() -> train("out", 0, false, wild))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("training diverged; lower learning-rate.peak");
    }

    @Test
    void weightsThatAreNoNumbersAreNotSaved() {
        // the loss of an epoch's only update is that of the first weights, which are sound
        TaskConfig<TrainConfig> wild = config("batch=64", "epochs=1", "learning-rate.peak=1e39");
        assertThatThrownBy(() -> train("out", 0, false, wild))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("a weight is no number any more: training diverged");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void whatAnEarlierTrainingLeftIsNotTakenForThisOnes() throws IOException {
        train("out", 0, false, config());
        assertThatThrownBy(() -> train("out", 20, false, true, config("seed=2")))
                .hasMessage("the machine went down");
        assertThat(folder.resolve("out/checkpoint.safetensors")).exists();
        assertThat(folder.resolve("out/line.txt")).doesNotExist();
    }

    @Test
    void moreUpdatesThanCanBeCountedAreRefused() {
        assertThatThrownBy(() -> config("epochs=2000000000"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("at most 2147483647 updates");
    }

    @Test
    void longGradientsAreCut() {
        TrainingSummary free = train("free", 0, false, config("epochs=1", "batch=64"));
        TrainingSummary cut = train("cut", 0, false, config("epochs=1", "batch=64", "clip=1e-12"));
        // Adam's first step is as long as the rate, however short the gradient; below its ε it is
        // not
        assertThat(free.best().score()).isGreaterThan(cut.best().score() + 0.1);
    }

    private static final class Silence implements TrainingListener {
        private final List<Double> losses = new ArrayList<>();

        @Override
        public void begins(List<String> facts, List<EpochResult> done) {
            assertThat(facts).containsExactly("a line");
        }

        @Override
        public void epochBegins(int epoch, int steps) {
            losses.clear();
        }

        @Override
        public void updated(double loss) {
            losses.add(loss);
        }

        @Override
        public void epochEnds(EpochResult result, boolean best) {
            double mean = losses.stream().mapToDouble(loss -> loss).average().orElseThrow();
            assertThat(Optional.of(result.loss())).contains(mean);
        }
    }
}
