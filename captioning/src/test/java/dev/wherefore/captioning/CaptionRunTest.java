package dev.wherefore.captioning;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wherefore.captioning.support.CaptionTrial;
import dev.wherefore.captioning.support.SmallCaptioner;
import dev.wherefore.core.experiment.PictureResult;
import dev.wherefore.core.experiment.Run;
import dev.wherefore.core.experiment.RunListener;
import dev.wherefore.core.experiment.RunOptions;
import dev.wherefore.core.experiment.RunReporter;
import dev.wherefore.core.experiment.RunSummary;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run of captions writes. */
class CaptionRunTest {

    @TempDir Path folder;
    private CaptionTrial trial = new CaptionTrial(Path.of(""));

    @BeforeEach
    void writeCaptionerAndPicture() throws IOException {
        SmallCaptioner.write(folder);
        trial = new CaptionTrial(folder);
        BufferedImage picture = CaptionTrial.picture(120, 90, 2).toBufferedImage();
        ImageIO.write(picture, "png", folder.resolve("street.png").toFile());
    }

    private RunSummary run(String out, String... settings) throws IOException {
        String[] all =
                Stream.concat(
                                Stream.of("images=" + folder.resolve("street.png")),
                                Stream.of(settings))
                        .toArray(String[]::new);
        RunOptions options = new RunOptions(folder.resolve(out), Device.cpu(), false, true);
        return new Run(
                        trial.task(),
                        trial.config(all),
                        options,
                        new Silent(),
                        RunReporter.NONE,
                        Map.of())
                .run();
    }

    private List<String> files(String out) throws IOException {
        try (Stream<Path> entries = Files.list(folder.resolve(out).resolve("street"))) {
            return entries.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }

    private JsonNode result(String out) throws IOException {
        return new ObjectMapper()
                .readTree(folder.resolve(out).resolve("street/result.json").toFile());
    }

    @Test
    void aPictureGetsAMapForEachWordASheetAndASheetOfItsCaption() throws IOException {
        run("out", "caption={text: a red car}");
        assertThat(files("out"))
                .containsExactly(
                        "01-a.grad-cam.heat.npy",
                        "01-a.grad-cam.png",
                        "01-a.grad-cam.raw.npy",
                        "02-red.grad-cam.heat.npy",
                        "02-red.grad-cam.png",
                        "02-red.grad-cam.raw.npy",
                        "03-car.grad-cam.heat.npy",
                        "03-car.grad-cam.png",
                        "03-car.grad-cam.raw.npy",
                        "result.json",
                        "sheet-caption.png",
                        "sheet.png");
        JsonNode told = result("out").path("details").path("caption");
        assertThat(told.path("text").asText()).isEqualTo("a red car");
        assertThat(told.path("tokens")).map(JsonNode::asInt).containsExactly(4, 5, 8);
        assertThat(told.path("ended").asBoolean()).isTrue();
        assertThat(told.path("words").size()).isEqualTo(3);
        JsonNode car = told.path("words").path(2);
        assertThat(car.path("word").asText()).isEqualTo("car");
        assertThat(car.path("place").asInt()).isEqualTo(3);
        assertThat(car.path("withoutRegion").isNumber()).isTrue();
        assertThat(car.path("sentence").asText()).startsWith("'car' ");
        BufferedImage sheet = ImageIO.read(folder.resolve("out/street/sheet-caption.png").toFile());
        assertThat(sheet.getHeight()).isGreaterThan(120);
    }

    @Test
    void whereNothingIsMeasuredThereIsNoSheetOfTheCaptionAndTheEarlierOneGoes() throws IOException {
        run("out", "caption={text: a red car}");
        assertThat(files("out")).contains("sheet-caption.png");
        run("out", "caption={text: a red car}", "grounding.measure=false");
        assertThat(files("out")).contains("sheet.png").doesNotContain("sheet-caption.png");
        assertThat(result("out").path("details").path("caption").path("words").size()).isZero();
    }

    @Test
    void aPictureWhoseCaptionSaysNothingOfWhatWasAskedIsFinishedAllTheSame() throws IOException {
        RunSummary summary = run("out", "targets={word: tree}");
        assertThat(summary.pictures()).hasSize(1);
        assertThat(files("out")).containsExactly("result.json", "sheet-caption.png", "sheet.png");
        JsonNode told = result("out").path("details").path("caption");
        assertThat(told.path("notSaid").path(0).asText()).contains("does not say 'tree'");
        assertThat(told.path("words").size()).isPositive();
        assertThat(result("out").path("predictions").path(0).path("label").asText()).isNotEmpty();
    }

    @Test
    void aWordThatIsSaidTwiceHasARowOfItsOwnInTheSheetEachTime() throws IOException {
        // with these there is something to show of every word: no notes below, and names that fit
        String methods = "explain.methods=[layer-cam, grad-cam++]";
        run("twice", "caption={text: a car a bus}", methods);
        run("once", "caption={text: a car the bus}", methods);
        int twice = ImageIO.read(folder.resolve("twice/street/sheet.png").toFile()).getHeight();
        int once = ImageIO.read(folder.resolve("once/street/sheet.png").toFile()).getHeight();
        assertThat(twice).isEqualTo(once);
    }

    /** Hears nothing. */
    private record Silent() implements RunListener {

        @Override
        public void begins(int pictures, int done, List<String> facts) {}

        @Override
        public void finished(Path picture, PictureResult result) {}

        @Override
        public void leftOut(Path picture, String reason) {}
    }
}
