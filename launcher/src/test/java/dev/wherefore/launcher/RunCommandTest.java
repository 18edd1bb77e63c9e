package dev.wherefore.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wherefore.core.support.Reference;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples run and show what their comments say; mistakes are refused in sentences. */
class RunCommandTest {

    private static final Path CONFIGS = Reference.root().resolve("configs");

    @TempDir Path folder;

    private Outcome run(String config, String... more) {
        List<String> args = new ArrayList<>();
        args.addAll(List.of("run", CONFIGS.resolve(config).toString()));
        args.addAll(List.of("--out", folder.resolve("out").toString()));
        args.addAll(Arrays.asList(more));
        return Outcome.of(args.toArray(String[]::new));
    }

    private JsonNode result() throws IOException {
        return new ObjectMapper().readTree(folder.resolve("out/result.json").toFile());
    }

    static List<String> examples() throws IOException {
        try (Stream<Path> files = Files.list(CONFIGS)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleRunsAndSaysHowToRunIt(String config) throws IOException {
        Outcome outcome = run(config);
        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out()).containsPattern("[0-9]+ pictures? explained: ");
        assertThat(folder.resolve("out/scene-000001/sheet.png")).exists();
        assertThat(Files.readString(CONFIGS.resolve(config)))
                .startsWith("# yaml-language-server: $schema=wherefore.schema.json\n")
                .contains("# Run it:   ./wherefore run configs/" + config + "\n");
        for (JsonNode explanation : result().path("pictures").path(0).path("explanations")) {
            assertThat(explanation.path("verdict").asText())
                    .as(config + " " + explanation.path("title"))
                    .isEqualTo("evidence");
        }
    }

    @Test
    void theExampleFindsTheBusTheUmbrellaAndTheDog() throws IOException {
        run("classification.yaml", "--set", "explain.methods=grad-cam");
        JsonNode picture = result().path("pictures").path(0);
        // from test-data/scenes/scenes.json: the boxes of the three objects, 256x256 pixels
        double[][] objects = {{102, 110, 194, 182}, {82, 188, 149, 252}, {26, 129, 111, 183}};
        for (int i = 0; i < objects.length; i++) {
            JsonNode found = picture.path("explanations").path(i);
            double[] object = objects[i];
            JsonNode box = found.path("box");
            double x = (box.path(0).asDouble() + box.path(2).asDouble()) / 2;
            double y = (box.path(1).asDouble() + box.path(3).asDouble()) / 2;
            assertThat(x).as(found.path("title") + ": x").isBetween(object[0], object[2]);
            assertThat(y).as(found.path("title") + ": y").isBetween(object[1], object[3]);
        }
    }

    @Test
    void pixelsAreWrittenAndDrawnAtTheInputsSize() throws IOException {
        run("pixels.yaml");
        JsonNode files =
                result().path("pictures").path(0).path("explanations").path(0).path("files");
        assertThat(files.has("pixels")).isTrue();
        BufferedImage drawn =
                ImageIO.read(
                        folder.resolve("out/scene-000001")
                                .resolve(files.path("overlay").path(0).asText())
                                .toFile());
        assertThat(drawn.getWidth()).isEqualTo(drawn.getHeight());
    }

    @Test
    void settingsOverrideTheConfigAndTheirFilesStartFromHere() throws IOException {
        Path picture = folder.resolve("my picture.png");
        Files.copy(Reference.root().resolve("test-data/scenes/images/scene-000001.png"), picture);
        Outcome outcome =
                run(
                        "classification.yaml",
                        "--set=images=" + picture,
                        "--set",
                        "targets=[{class: dog}]",
                        "--set",
                        "explain.methods=layer-cam");
        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("my picture.png: ", "dog", "layer-cam");
        assertThat(folder.resolve("out/my picture/01-dog.layer-cam.png")).exists();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "draw.outlin=0.5 | draw.outlin | did you mean 'outline'",
                "explain.methods=grad-cm | explain.methods | did you mean 'grad-cam'",
                "targets={class: umbrela} | targets.0.class | did you mean 'umbrella'",
                "explain.layers=laeyr3 | explain.layers | did you mean 'layer3'",
                "batch=0 | batch | must be at least 1",
                "batch=many | batch | found 'many'",
                "images=nowhere.png | images | nowhere.png",
                "model.path=nowhere.pt | model.path | nowhere.pt",
                "draw.colors=infrno | draw.colors | did you mean 'inferno'",
                "draw | --set | wants key=value"
            })
    void mistakesAreRefusedWhereTheyStand(String setting, String key, String words) {
        Outcome outcome = run("classification.yaml", "--set", setting);
        assertThat(outcome.assertRefused(words.strip()).err()).contains(key.strip());
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void severalMistakesAreSaidTogether() {
        Outcome outcome =
                run(
                        "classification.yaml",
                        "--set",
                        "draw.bxo=true",
                        "--set",
                        "explain.methods=grad-cm",
                        "--set",
                        "model.scores=sofmax");
        assertThat(outcome.assertRefused("bxo").err()).hasLineCount(3);
    }

    @Test
    void aPictureThatCannotBeReadIsLeftOutAndTheStatusIsTwo() throws IOException {
        Files.writeString(folder.resolve("page.jpg"), "<html>");
        Outcome outcome =
                run(
                        "classification.yaml",
                        "--set",
                        "images=["
                                + folder.resolve("page.jpg")
                                + ","
                                + Reference.root()
                                        .resolve("test-data/scenes/images/scene-000001.png")
                                + "]");
        outcome.assertRefused("page.jpg");
        assertThat(outcome.err()).hasLineCount(1).startsWith("wherefore: left out: ");
        assertThat(outcome.out()).contains("1 picture explained, 1 left out: ");
        assertThat(result().path("leftOut").size()).isEqualTo(1);
    }

    @Test
    void manyPicturesAreCountedAndNotListed() throws IOException {
        Path pictures = Files.createDirectory(folder.resolve("pictures"));
        BufferedImage small = new BufferedImage(24, 16, BufferedImage.TYPE_INT_RGB);
        small.setRGB(3, 3, 0xff0000);
        for (int i = 0; i < 14; i++) {
            ImageIO.write(small, "png", pictures.resolve("p" + i + ".png").toFile());
        }
        Outcome outcome =
                run(
                        "batch.yaml",
                        "--set=images=" + pictures,
                        "--set=draw.sheet=false",
                        "--set=targets={top: 1}");
        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.err())
                .isEqualTo("14 of 14 pictures\n".replace("\n", System.lineSeparator()));
        assertThat(outcome.out()).contains("14 pictures explained: ").doesNotContain("p3.png");
    }

    @Test
    void aRunIsGoneOnWithOrReplacedOnlyIfAskedTo() {
        assertThat(run("classification.yaml").status()).isZero();
        run("classification.yaml").assertRefused("is not empty");
        Outcome resumed = run("classification.yaml", "--resume");
        assertThat(resumed.status()).as(resumed.err()).isZero();
        assertThat(resumed.out()).contains("1 of 1 pictures were done before");
        run("classification.yaml", "--resume", "--set", "draw.box=false")
                .assertRefused("another config");
        run("classification.yaml", "--resume", "--overwrite").assertRefused("exclude each other");
        assertThat(run("classification.yaml", "--overwrite").status()).isZero();
    }

    @Test
    void aDeviceThatIsNotThereIsRefused() {
        run("classification.yaml", "--device", "gpu:77").assertRefused("there is no gpu:77");
        run("classification.yaml", "--device", "tpu").assertRefused("--device must be auto");
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
