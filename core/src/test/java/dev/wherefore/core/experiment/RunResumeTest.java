package dev.wherefore.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.report.HtmlReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Going on with a run, replacing one, and what is left where one fails. */
class RunResumeTest extends RunFixture {

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
        assertThatThrownBy(
                        () ->
                                new Run(task, config, options, failing, RunReporter.NONE, Map.of())
                                        .run())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the listener failed");
        assertThat(task.closed).isEqualTo(1);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    /** Runs with a report, and returns what it wrote. */
    private Map<String, String> reported(String out, boolean resume, boolean overwrite)
            throws IOException {
        TaskConfig<RunConfig> config = config();
        Path place = folder.resolve(out);
        RunOptions options = new RunOptions(place, Device.cpu(), resume, overwrite);
        HtmlReport report = new HtmlReport(place, config.shared().draw());
        new Run(task, config, options, heard, report, Map.of("Wherefore", "1")).run();
        return contents(out);
    }

    @Test
    void theReportOfARunThatWasGoneOnWithIsThatOfAWholeOne() throws IOException {
        for (String name : List.of("a", "b", "c")) {
            picture(name + ".png", 24, 40, name.charAt(0) - 'a');
        }
        Map<String, String> whole = reported("out", false, false);
        assertThat(whole).containsKeys("report.html", "report/a.js", "report/a.jpg", "report/c.js");
        Path out = folder.resolve("out");
        Files.delete(out.resolve("result.json"));
        Files.delete(out.resolve("report.html"));
        Files.delete(out.resolve("c/result.json"));
        Files.writeString(out.resolve("report/.wherefore-1.part"), "half");
        Files.delete(out.resolve("report/b.js"));
        task.batches.clear();
        assertThat(reported("out", true, false)).isEqualTo(whole);
        assertThat(task.batches)
                .as("one that was not finished, and one whose part is lost")
                .containsExactly(1, 1);
        task.batches.clear();
        assertThat(reported("out", true, false)).as("all is there").isEqualTo(whole);
        assertThat(task.batches).isEmpty();
    }

    @Test
    void nothingIsLeftOfAnEarlierReport() throws IOException {
        picture("a.png", 24, 40, 8);
        picture("report.png", 24, 40, 8);
        assertThat(reported("out", false, false))
                .as("a picture of that name has another folder")
                .containsKeys("report/report-2.js", "report-2/result.json");
        Files.writeString(folder.resolve("out/report/notes.txt"), "mine");
        Files.delete(folder.resolve("pictures/a.png"));
        run("out", false, true);
        assertThat(files(folder.resolve("out")))
                .contains("report/notes.txt", "report-2/result.json")
                .noneMatch(file -> file.endsWith(".js") || file.endsWith(".html"));
        Files.delete(folder.resolve("out/report/notes.txt"));
        assertThat(reported("out", false, true)).containsKey("report.html");
        run("out", false, true);
        assertThat(folder.resolve("out/report")).doesNotExist();
    }
}
