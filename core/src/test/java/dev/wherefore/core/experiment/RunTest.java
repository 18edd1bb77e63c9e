package dev.wherefore.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wherefore.core.UserError;
import dev.wherefore.core.render.ColorMaps;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run writes, and what it says of it. */
class RunTest extends RunFixture {

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

    @Test
    void whatATaskDrawsAndTellsBesideMapsIsWrittenAndReplaced() throws IOException {
        picture("street.png", 40, 60, 8);
        run("out", "drawing=true");
        BufferedImage drawn = image("out/street/sheet-the-negative.png");
        assertThat(drawn.getWidth()).isEqualTo(60);
        assertThat(drawn.getRGB(2, 2) & 0xffffff)
                .as("the opposite of orange")
                .isEqualTo(~Color.ORANGE.getRGB() & 0xffffff);
        assertThat(json("out/street/result.json").at("/details/mood/blue").asDouble())
                .isEqualTo(0.5);
        Path mine = Files.writeString(folder.resolve("out/street/sheet-of-mine.txt"), "mine");
        run("out", false, true);
        assertThat(files(folder.resolve("out")))
                .contains("street/sheet.png", "street/sheet-of-mine.txt")
                .doesNotContain("street/sheet-the-negative.png");
        assertThat(mine).hasContent("mine");
        assertThat(json("out/street/result.json").has("details")).isFalse();
    }

    @Test
    void whatATaskTellsIsThereAgainAfterARunThatGoesOn() throws IOException {
        picture("street.png", 40, 60, 8);
        run("out", "drawing=true");
        RunSummary again = run("out", true, false, "drawing=true");
        assertThat(task.batches).hasSize(1);
        assertThat(again.pictures().get(0).details())
                .isEqualTo(Map.of("mood", Map.of("blue", 0.5)));
    }

    @Test
    void drawingsOfATaskAreSheetsAndLeftOutWithThem() throws IOException {
        picture("street.png", 40, 60, 8);
        run("out", "drawing=true", "draw.sheet=false");
        assertThat(files(folder.resolve("out"))).noneMatch(file -> file.contains("sheet"));
    }
}
