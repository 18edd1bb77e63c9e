package dev.wherefore.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.config.ConfigReader;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.experiment.config.Vocabulary;
import dev.wherefore.core.render.ColorMaps;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run writes, and when. */
class RunTest {

    @TempDir Path folder;

    private final TestTask task = new TestTask();
    private final Heard heard = new Heard();

    private static final class Heard implements RunListener {
        final List<String> lines = new ArrayList<>();

        @Override
        public void begins(int pictures, int done, List<String> facts) {
            lines.add("begins " + pictures + " " + done + " " + facts);
        }

        @Override
        public void finished(Path picture, PictureResult result) {
            lines.add("finished " + picture.getFileName());
        }

        @Override
        public void leftOut(Path picture, String reason) {
            lines.add("left out " + picture.getFileName());
        }
    }

    private Path picture(String name, int height, int width, int x) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(x, height / 4, width / 4, height / 2);
        pen.dispose();
        Path file = folder.resolve("pictures").resolve(name);
        Files.createDirectories(file.getParent());
        ImageIO.write(picture, "png", file.toFile());
        return file;
    }

    private TaskConfig<RunConfig> config(String... settings) throws IOException {
        Path config = folder.resolve("blue.yaml");
        Files.writeString(config, "task: blueness\nimages: pictures\npreprocess: {preset: none}\n");
        ColorMaps maps = new ColorMaps();
        Vocabulary vocabulary =
                new Vocabulary(
                        Map.of(
                                ConfigReader.TASK, List.of("blueness"),
                                ExplainConfig.METHOD, List.of("grad-cam"),
                                DrawConfig.COLORS, maps.names(false),
                                DrawConfig.SIGNED_COLORS, maps.names(true)));
        return new ConfigReader(vocabulary)
                .readTask(
                        config,
                        Arrays.asList(settings),
                        RunConfig.class,
                        Map.of("blueness", TestTask.Keys.class));
    }

    private RunSummary run(String out, boolean resume, boolean overwrite, String... settings)
            throws IOException {
        RunOptions options = new RunOptions(folder.resolve(out), Device.cpu(), resume, overwrite);
        return new Run(task, config(settings), options, heard, Map.of("Wherefore", "1")).run();
    }

    private RunSummary run(String out, String... settings) throws IOException {
        return run(out, false, false, settings);
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> entries = Files.walk(folder)) {
            return entries.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private JsonNode json(String file) throws IOException {
        return new ObjectMapper().readTree(folder.resolve(file).toFile());
    }

    @Test
    void aPictureGetsAFolderOfWholeFilesAndTheRunASummary() throws IOException {
        picture("street.png", 40, 60, 8);
        run("out", "draw.signed=true");
        String first = "street/01-blue-sky-sea.blueness";
        String second = "street/02-against-blue-sky-sea.blueness";
        assertThat(files(folder.resolve("out")))
                .containsExactlyInAnyOrder(
                        "run.json",
                        "result.json",
                        "street/result.json",
                        "street/sheet.png",
                        first + ".heat.npy",
                        first + ".raw.npy",
                        first + ".png",
                        first + ".signed.png",
                        second + ".heat.npy",
                        second + ".raw.npy",
                        second + ".png",
                        second + ".signed.png");
        assertThat(heard.lines).containsExactly("begins 1 0 [layer eye]", "finished street.png");
        assertThat(task.closed).isEqualTo(1);
    }

    @Test
    void mapsAreFloatsOfTheShapesThatWereExplained() throws IOException {
        picture("street.png", 40, 60, 8);
        run("out", "preprocess.resize={to: [20, 30]}");
        NpyArray heat =
                NpyFile.read(folder.resolve("out/street/01-blue-sky-sea.blueness.heat.npy"));
        NpyArray raw = NpyFile.read(folder.resolve("out/street/01-blue-sky-sea.blueness.raw.npy"));
        assertThat(heat.shape()).containsExactly(20, 30);
        assertThat(raw.shape()).containsExactly(20, 30);
        assertThat(heat.type()).isEqualTo(NpyType.FLOAT32);
        for (int i = 0; i < heat.size(); i++) {
            assertThat(heat.toFloats()[i]).isBetween(0f, 1f);
            assertThat(raw.toFloats()[i]).isCloseTo(2 * heat.toFloats()[i] - 1, within(1e-6f));
        }
    }

    @Test
    void resultsSayWhatWasFound() throws IOException {
        picture("street.png", 40, 60, 8);
        run("out", "preprocess.resize={to: [20, 30]}");
        JsonNode all = json("out/result.json");
        assertThat(all.path("schema").asText()).isEqualTo("wherefore/result/1");
        assertThat(all.path("device").asText()).isEqualTo("cpu");
        assertThat(all.path("task").asText()).isEqualTo("blueness");
        assertThat(all.path("leftOut").size()).isZero();
        JsonNode picture = all.path("pictures").path(0);
        assertThat(picture).isEqualTo(json("out/street/result.json"));
        assertThat(picture.path("height").asInt()).isEqualTo(40);
        assertThat(picture.path("input")).map(JsonNode::asInt).containsExactly(20, 30);
        assertThat(picture.path("seen")).map(JsonNode::asInt).containsExactly(0, 0, 60, 40);
        JsonNode blue = picture.path("explanations").path(0);
        assertThat(blue.path("verdict").asText()).isEqualTo("evidence");
        assertThat(blue.has("note")).isFalse();
        assertThat(blue.path("probability").floatValue()).isEqualTo(0.75f);
        assertThat(blue.path("box"))
                .map(JsonNode::asDouble)
                .as("left, top, right, bottom of the blue part")
                .satisfiesExactly(
                        left -> assertThat(left).isCloseTo(8, within(2.0)),
                        top -> assertThat(top).isCloseTo(10, within(2.0)),
                        right -> assertThat(right).isCloseTo(23, within(2.0)),
                        bottom -> assertThat(bottom).isCloseTo(30, within(2.0)));
        for (JsonNode kind : blue.path("files")) {
            kind.forEach(
                    file -> assertThat(folder.resolve("out/street/" + file.asText())).exists());
        }
    }

    @Test
    void drawingsHaveThePicturesSize() throws IOException {
        picture("wide.png", 240, 400, 8);
        run("out");
        BufferedImage overlay =
                ImageIO.read(folder.resolve("out/wide/01-blue-sky-sea.blueness.png").toFile());
        assertThat(overlay.getHeight()).isEqualTo(240);
        assertThat(overlay.getWidth()).isEqualTo(400);
        assertThat(overlay.getRGB(50, 120)).as("hot").isNotEqualTo(overlay.getRGB(350, 120));
    }

    @ParameterizedTest
    @CsvSource({
        "no-positive-evidence, no positive evidence",
        "zero-gradient, the gradient is zero everywhere",
        "constant, constant map",
        "not-a-number, not a number"
    })
    void whereThereIsNoEvidenceItIsSaidAndNothingIsDrawn(String verdict, String words)
            throws IOException {
        picture("a.png", 240, 400, 8);
        run("with");
        run("without", "verdict=" + verdict);
        JsonNode explanation = json("without/a/result.json").path("explanations").path(0);
        assertThat(explanation.path("verdict").asText()).isEqualTo(verdict);
        assertThat(explanation.path("note").asText()).startsWith(words);
        assertThat(explanation.has("box")).isFalse();
        BufferedImage drawn = image("without/a/01-blue-sky-sea.blueness.png");
        BufferedImage other = image("without/a/02-against-blue-sky-sea.blueness.png");
        assertThat(pixels(drawn)).as("no heat in either").isEqualTo(pixels(other));
        assertThat(image("without/a/sheet.png").getHeight())
                .as("the sentence takes room under the picture")
                .isGreaterThan(image("with/a/sheet.png").getHeight());
    }

    @Test
    void numbersThatAreNoneAreStringsInValidJson() throws IOException {
        picture("a.png", 24, 40, 8);
        run("out", "verdict=not-a-number");
        JsonNode explanation = json("out/a/result.json").path("explanations").path(0);
        assertThat(explanation.path("score").isTextual()).isTrue();
        assertThat(explanation.path("score").asText()).isEqualTo("NaN");
        RunSummary again = run("out", true, false, "verdict=not-a-number");
        assertThat(again.pictures().get(0).explanations().get(0).score()).isNaN();
    }

    private BufferedImage image(String file) throws IOException {
        return ImageIO.read(folder.resolve(file).toFile());
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "draw.box=true",
                "draw.outline=0.5",
                "draw.colors=viridis",
                "draw.opacity=0.3",
                "draw.blend=grad-cam"
            })
    void optionsOfDrawingCanBeSeen(String setting) throws IOException {
        picture("a.png", 120, 200, 8);
        run("plain");
        run("drawn", setting);
        String file = "/a/01-blue-sky-sea.blueness.png";
        assertThat(pixels(image("drawn" + file))).isNotEqualTo(pixels(image("plain" + file)));
    }

    @Test
    void signedColoursCanBeChosen() throws IOException {
        picture("a.png", 120, 200, 8);
        String other =
                new ColorMaps()
                        .names(true).stream()
                                .filter(name -> !name.equals("blue-white-red"))
                                .findFirst()
                                .orElseThrow();
        run("usual", "draw.signed=true");
        run("other", "draw.signed=true", "draw.signed-colors=" + other);
        String file = "/a/01-blue-sky-sea.blueness.signed.png";
        assertThat(pixels(image("usual" + file))).isNotEqualTo(pixels(image("other" + file)));
    }

    @Test
    void overlaysAndSheetCanBeLeftOut() throws IOException {
        picture("a.png", 24, 40, 8);
        run("out", "draw.overlays=false", "draw.sheet=false");
        assertThat(files(folder.resolve("out"))).noneMatch(file -> file.endsWith(".png"));
        assertThat(
                        json("out/a/result.json")
                                .path("explanations")
                                .path(0)
                                .path("files")
                                .properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("raw", "heat");
    }

    @Test
    void picturesThatCannotBeReadAreLeftOutByName() throws IOException {
        picture("a.png", 24, 40, 8);
        Path broken = folder.resolve("pictures/b.png");
        Files.writeString(broken, "<html>");
        picture("c.png", 24, 40, 20);
        RunSummary summary = run("out", "batch=2");
        assertThat(summary.leftOut()).containsOnlyKeys(broken.toString());
        assertThat(summary.pictures()).map(PictureResult::folder).containsExactly("a", "c");
        assertThat(heard.lines)
                .containsExactly(
                        "begins 3 0 [layer eye]",
                        "left out b.png",
                        "finished a.png",
                        "finished c.png");
    }

    @Test
    void whereNoPictureCanBeReadNothingIsWritten() throws IOException {
        Files.createDirectories(folder.resolve("pictures"));
        Files.writeString(folder.resolve("pictures/b.png"), "<html>");
        assertThatThrownBy(() -> run("out"))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("nothing could be explained");
        assertThat(folder.resolve("out")).doesNotExist();
        assertThat(task.closed).isEqualTo(1);
    }

    @Test
    void picturesThatAreNotThereAreAllSaidAtTheirKeys() throws IOException {
        assertThatThrownBy(() -> run("out", "images=[x.png, nowhere/*.jpg]"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("images.0: ")
                .hasMessageContaining("images.1: ");
        assertThat(task.opened).isZero();
    }

    @Test
    void namesThatRecurAreNumberedAndOddNamesKept() throws IOException {
        picture("x/street.png", 24, 40, 8);
        picture("y/street.png", 24, 40, 20);
        picture("y/Straße – zwei Wagen.png", 24, 40, 20);
        picture("y/run.json.png", 24, 40, 20);
        String all = "images=[" + folder.resolve("pictures/x") + "," + folder.resolve("pictures/y");
        RunSummary summary = run("out", all + "]");
        assertThat(summary.pictures())
                .map(PictureResult::folder)
                .containsExactlyInAnyOrder(
                        "street", "street-2", "Straße – zwei Wagen", "run.json-2");
        assertThat(folder.resolve("out/Straße – zwei Wagen/sheet.png")).exists();
        assertThat(RunFolder.names(List.of(Path.of("A.png"), Path.of("a.jpg"))).values())
                .containsExactly("A", "a-2");
    }

    private Map<String, String> contents(String out) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (String file : files(folder.resolve(out))) {
            byte[] bytes = Files.readAllBytes(folder.resolve(out).resolve(file));
            contents.put(file, Arrays.toString(bytes));
        }
        return contents;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aRunThatWasKilledAndGoneOnWithGivesWhatItWouldHaveGiven(int batch) throws IOException {
        for (String name : List.of("a", "b", "c", "d", "e")) {
            picture(name + ".png", 24, 40, name.charAt(0) - 'a');
        }
        run("out", "batch=" + batch);
        Map<String, String> whole = contents("out");
        Path out = folder.resolve("out");
        Files.delete(out.resolve("result.json"));
        Files.delete(out.resolve("d/result.json"));
        Files.writeString(out.resolve("d/.wherefore-1.part"), "half");
        Files.writeString(out.resolve(".wherefore-2.part"), "half");
        Files.delete(out.resolve("e/result.json"));
        Files.delete(out.resolve("e/sheet.png"));
        task.batches.clear();
        run("out", true, false, "batch=" + batch);
        assertThat(contents("out")).isEqualTo(whole);
        assertThat(task.batches)
                .as("batches are the same as without the stop")
                .isEqualTo(batch == 1 ? List.of(1, 1) : batch == 2 ? List.of(2, 1) : List.of(2));
    }

    @Test
    void aRunThatIsDoneIsGoneOnWithWithoutWork() throws IOException {
        picture("a.png", 24, 40, 8);
        run("out");
        Map<String, String> whole = contents("out");
        task.batches.clear();
        run("out", true, false);
        assertThat(task.batches).isEmpty();
        assertThat(contents("out")).isEqualTo(whole);
        assertThat(heard.lines).contains("begins 1 1 [layer eye]");
    }

    @Test
    void aDamagedResultIsNamedOnResuming() throws IOException {
        picture("a.png", 24, 40, 8);
        run("out");
        Files.writeString(folder.resolve("out/a/result.json"), "{\"pict");
        assertThatThrownBy(() -> run("out", true, false))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is damaged; delete it");
    }

    @Test
    void anotherConfigCannotGoOn() throws IOException {
        picture("a.png", 24, 40, 8);
        run("out");
        Map<String, String> before = contents("out");
        assertThatThrownBy(() -> run("out", true, false, "draw.box=true"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("holds results of another config");
        assertThat(contents("out")).isEqualTo(before);
    }

    @Test
    void resultsAreReplacedOnlyIfAskedTo() throws IOException {
        picture("a.png", 24, 40, 8);
        run("out", "draw.signed=true");
        picture("b.png", 24, 40, 20);
        assertThatThrownBy(() -> run("out"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is not empty")
                .hasMessageContaining("--overwrite");
        Files.writeString(folder.resolve("out/a/notes.txt"), "mine");
        run("out", false, true, "images=" + folder.resolve("pictures/b.png"));
        assertThat(files(folder.resolve("out")))
                .as("nothing of the earlier run is left, and what is not a run's is")
                .containsExactly(
                        "a/notes.txt",
                        "b/01-blue-sky-sea.blueness.heat.npy",
                        "b/01-blue-sky-sea.blueness.png",
                        "b/01-blue-sky-sea.blueness.raw.npy",
                        "b/02-against-blue-sky-sea.blueness.heat.npy",
                        "b/02-against-blue-sky-sea.blueness.png",
                        "b/02-against-blue-sky-sea.blueness.raw.npy",
                        "b/result.json",
                        "b/sheet.png",
                        "result.json",
                        "run.json");
    }

    @Test
    void aFileIsNoFolderForResults() throws IOException {
        picture("a.png", 24, 40, 8);
        Files.writeString(folder.resolve("out"), "");
        assertThatThrownBy(() -> run("out"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is a file; the results need a folder");
    }

    @Test
    void aFailureIsNotHiddenByWhatIsTidiedUpAfterIt() throws IOException {
        picture("a.png", 24, 40, 8);
        RunListener failing =
                new RunListener() {
                    @Override
                    public void begins(int pictures, int done, List<String> facts) {
                        throw new IllegalStateException("the listener failed");
                    }

                    @Override
                    public void finished(Path picture, PictureResult result) {}

                    @Override
                    public void leftOut(Path picture, String reason) {}
                };
        TaskConfig<RunConfig> config = config();
        RunOptions options = new RunOptions(folder.resolve("out"), Device.cpu(), false, false);
        assertThatThrownBy(() -> new Run(task, config, options, failing, Map.of()).run())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the listener failed");
        assertThat(task.closed).isEqualTo(1);
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
