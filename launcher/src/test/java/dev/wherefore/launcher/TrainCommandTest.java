package dev.wherefore.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wherefore.core.support.Reference;
import dev.wherefore.core.weights.StateDict;
import dev.wherefore.core.weights.WeightFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The training of the bundled classifier, with a few scenes and a tiny network. */
class TrainCommandTest {

    private static final Path BUNDLED =
            Reference.root().resolve("configs/train/street-scenes.yaml");

    @TempDir private Path folder;
    private Path config = Path.of("");

    @BeforeEach
    void writeConfig() throws IOException {
        config = folder.resolve("tiny.yaml");
        Files.writeString(
                config,
                """
                task: classification
                epochs: 3
                examples: 96
                batch: 16
                threads: 1
                network: {family: resnet, classes: 16, widths: [8, 16], blocks: [1, 1]}
                validation: 24
                save-as: f32
                """);
    }

    private Outcome train(Path file, String... more) {
        List<String> args = new ArrayList<>(List.of("train", file.toString()));
        if (Arrays.stream(more).noneMatch(option -> option.startsWith("--out"))) {
            args.add("--out=" + folder.resolve("out"));
        }
        args.addAll(Arrays.asList(more));
        return Outcome.of(args.toArray(String[]::new));
    }

    @Test
    void aTinyTrainingLowersTheLossAndWritesWeightsThatSayWhatTheyAreOf() throws IOException {
        Outcome outcome = train(config);
        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("epoch 3 of 3").contains("kept the weights of epoch");
        List<String> history = Files.readAllLines(folder.resolve("out/history.csv"));
        assertThat(history.get(0))
                .isEqualTo("epoch,updates,learning-rate,loss,mAP,validation loss,seconds");
        assertThat(loss(history.get(3))).isLessThan(loss(history.get(1)));
        assertThat(Files.readAllLines(folder.resolve("out/labels.txt")))
                .hasSize(16)
                .startsWith("bus", "car");
        StateDict weights = WeightFiles.read(folder.resolve("out/model.safetensors"));
        assertThat(weights.metadata().get("wherefore.network")).contains("\"family\":\"resnet\"");
        assertThat(weights.tensors()).containsKeys("conv1.weight", "layer2.0.bn1.running_mean");
    }

    @Test
    void whatWasTrainedIsEvaluatedWithItsNetworkWrittenInTheConfig() throws IOException {
        assertThat(train(config, "--set=epochs=1").status()).isZero();
        Path evaluation = folder.resolve("evaluation.yaml");
        Files.writeString(
                evaluation,
                """
                task: classification
                scenes: {count: 2}
                model:
                  path: out/model.safetensors
                  labels: out/labels.txt
                  scores: sigmoid
                  network: {family: resnet, classes: 16, widths: [8, 16], blocks: [1, 1]}
                preprocess: {preset: none}
                explain: {methods: grad-cam}
                """);
        Path results = folder.resolve("results");
        String[] args = {"evaluate", evaluation.toString(), "--out", results.toString()};
        Outcome outcome = Outcome.of(args);
        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(results.resolve("evaluation.json")).exists();
    }

    private static double loss(String line) {
        return Double.parseDouble(line.split(",", -1)[3]);
    }

    @Test
    void theBundledTrainingOpensAndTrainsInASmallForm() {
        Outcome outcome =
                train(
                        BUNDLED,
                        "--set=epochs=1",
                        "--set=examples=32",
                        "--set=batch=8",
                        "--set=validation=16");
        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("million multiply-adds");
        assertThat(folder.resolve("out/model.safetensors")).exists();
        assertThat(folder.resolve("out/curve.png")).exists();
    }

    @Test
    void mistakesAreRefusedAtTheirKeysBeforeAnythingIsWritten() {
        Outcome classes = train(config, "--set=network.classes=10");
        assertThat(classes.status()).isEqualTo(2);
        assertThat(classes.err())
                .contains("network.classes")
                .contains("16 classes are wanted, found 10");
        Outcome family = train(config, "--set=network.family=resnett");
        assertThat(family.status()).isEqualTo(2);
        assertThat(family.err()).contains("did you mean 'resnet'");
        refused("save-as=u8", "save-as: must be one of f32, f16, bf16, found 'u8'");
        refused("network.channels=1", "prepared pictures have 3 channels");
        refused("seed=-4", "seeds from 0 to 8388606, found -4");
        refused("epochs=2000000000", "epochs: must make at most 2147483647 updates");
        refused("scenes.width=4096", "scenes.width: must be at most 2048, found 4096");
        Outcome both = train(config, "--resume", "--overwrite");
        assertThat(both.err()).contains("exclude each other");
        Outcome below = train(config, "--out=" + config.resolve("below"));
        assertThat(below.status()).isEqualTo(2);
        assertThat(below.err()).contains("tiny.yaml is a file");
        assertThat(below.out()).as("found before the first epoch").isEmpty();
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private void refused(String setting, String words) {
        Outcome outcome = train(config, "--set=" + setting);
        assertThat(outcome.status()).as(setting).isEqualTo(2);
        assertThat(outcome.err()).contains(words);
    }
}
