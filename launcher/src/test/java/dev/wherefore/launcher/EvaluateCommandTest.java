package dev.wherefore.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wherefore.core.support.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Evaluations from the command line: what is printed, written and refused. */
class EvaluateCommandTest {

    @TempDir Path folder;

    @BeforeEach
    void config() throws IOException {
        Files.writeString(folder.resolve("labels.txt"), "bus\nkite\ntree\nlawn\n");
        Files.writeString(
                folder.resolve("small.yaml"),
                """
                task: classification
                scenes: {seed: 11, count: 12}
                model: {path: "%s", labels: labels.txt}
                preprocess: {preset: none}
                explain: {methods: [grad-cam, hires-cam]}
                """
                        .formatted(
                                Reference.root()
                                        .resolve(
                                                "classification/src/test/resources/dev/wherefore/classification/colours.pt")));
    }

    private Outcome evaluate(String... more) {
        List<String> args = new ArrayList<>();
        args.addAll(List.of("evaluate", folder.resolve("small.yaml").toString()));
        args.addAll(List.of("--out", folder.resolve("out").toString()));
        args.addAll(Arrays.asList(more));
        return Outcome.of(args.toArray(String[]::new));
    }

    @Test
    void tablesArePrintedAndWritten() throws IOException {
        Outcome outcome = evaluate();
        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.err()).startsWith("12 of 12 scenes");
        String number = "[01]\\.\\d{3}";
        String cell = " +" + number + " \\[" + number + ", " + number + "\\]";
        assertThat(outcome.out().lines().toList())
                .anyMatch(line -> line.startsWith("layer relu2"))
                .anyMatch(line -> line.startsWith("left out, since the network has no class"))
                .contains("ignored, since the pictures never show it: lawn")
                .contains("12 scenes of 128x128 pixels, drawn from the seeds 11 to 22")
                .anyMatch(line -> line.matches("the network: mean average precision .*3 kinds"))
                .anyMatch(line -> line.matches(" +pointing-game +energy-inside +box-iou .*"))
                .anyMatch(line -> line.matches("grad-cam " + (cell + "").repeat(4)))
                .anyMatch(line -> line.matches("hires-cam" + cell.repeat(4)))
                .anyMatch(line -> line.matches("-{60,}"))
                .anyMatch(line -> line.matches("centre +" + cell.substring(2) + cell.repeat(3)))
                .anyMatch(line -> line.matches("random +" + cell.substring(2) + cell.repeat(3)))
                .anyMatch(line -> line.startsWith("weakest in the pointing game of grad-cam: "))
                .anyMatch(line -> line.startsWith("results: "));
        assertThat(folder.resolve("out/evaluation.json")).isNotEmptyFile();
        assertThat(Files.readAllLines(folder.resolve("out/methods.csv"))).hasSize(5);
        assertThat(Files.readAllLines(folder.resolve("out/kinds.csv"))).hasSize(4);
        assertThat(Files.readAllLines(folder.resolve("out/items.csv"))).hasSizeGreaterThan(8);
    }

    @Test
    void aTakenFolderIsReplacedOnlyIfAskedTo() throws IOException {
        assertThat(evaluate().status()).isZero();
        String before = Files.readString(folder.resolve("out/methods.csv"));
        evaluate().assertRefused("is not empty; replace its results by --overwrite");
        assertThat(evaluate("--overwrite", "--set", "metrics=box-iou").status()).isZero();
        assertThat(Files.readString(folder.resolve("out/methods.csv"))).isNotEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "metrics=pointing-gme | metrics | did you mean 'pointing-game'",
                "baselines=center | baselines | did you mean 'centre'",
                "explain.methods=grad-cm | explain.methods | did you mean 'grad-cam'",
                "scens.count=3 | scens | did you mean 'scenes'",
                "scenes.cuont=3 | scenes.cuont | did you mean 'count'",
                "scenes.count=0 | scenes.count | must be at least 1",
                "scenes.width=64 | scenes.width | must be at least 128",
                "scenes.folder=nowhere | scenes.folder | nowhere",
                "task=captionin | task | must be one of captioning, classification, vqa, found",
                "model.path=nowhere.pt | model.path | nowhere.pt",
                "model.network={family: resnt, classes: 4} | model.network.family | did you mean"
                        + " 'resnet'",
                "model.labels= | model | needs the key labels",
                "explain.layers=rleu2 | explain.layers | did you mean 'relu2'",
                "failures=-1 | failures | must be at least 0"
            })
    void mistakesAreRefusedWhereTheyStand(String setting, String key, String words) {
        Outcome outcome = evaluate("--set", setting);
        assertThat(outcome.assertRefused(words.strip()).err()).contains(key.strip());
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void scenesThatShowNothingKnownAreSaid() throws IOException {
        Files.writeString(folder.resolve("labels.txt"), "a\nb\nc\nhouse\n");
        Outcome outcome = evaluate("--set", "scenes={seed: 11, count: 1}");
        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .contains("no map was measured: the scenes show nothing that the network knows");
        assertThat(folder.resolve("out/evaluation.json")).isNotEmptyFile();
        assertThat(folder.resolve("out/failures.png")).doesNotExist();
    }
}
