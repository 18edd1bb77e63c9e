package dev.wherefore.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wherefore.core.browser.Browser;
import dev.wherefore.core.support.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reports of the examples: what can be pointed at stands for what was explained. */
class ReportOfRunTest {

    @TempDir Path folder;

    private Path run(String task, String... more) {
        Path out = folder.resolve(task);
        List<String> args = new ArrayList<>();
        args.add("run");
        args.add(Reference.root().resolve("configs").resolve(task + ".yaml").toString());
        args.addAll(List.of("--out", out.toString()));
        args.addAll(Arrays.asList(more));
        Outcome outcome = Outcome.of(args.toArray(String[]::new));
        assertThat(outcome.status()).as(outcome.err()).isZero();
        return out;
    }

    private JsonNode view(String task) throws IOException {
        String part = Files.readString(run(task).resolve("report/scene-000001.js"));
        return new ObjectMapper().readTree(part.lines().skip(1).findFirst().orElseThrow());
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** Each bar, word and other target that was explained ends as its target's title does. */
    private static void assertTargetsFit(JsonNode view) {
        List<Integer> named = new ArrayList<>();
        for (JsonNode passage : view.get("passages")) {
            Stream.of("pieces", "bars", "also")
                    .flatMap(kind -> stream(passage.get(kind)))
                    .filter(part -> part.has("target"))
                    .forEach(
                            part -> {
                                int target = part.get("target").asInt();
                                named.add(target);
                                String title = view.at("/targets/" + target + "/title").asText();
                                assertThat(title)
                                        .endsWith(
                                                part.path("label")
                                                        .asText(part.path("text").asText()));
                            });
        }
        assertThat(named).as("all can be reached").containsAll(range(view.get("targets").size()));
    }

    private static List<Integer> range(int end) {
        return Stream.iterate(0, i -> i + 1).limit(end).toList();
    }

    @Test
    void classesAreBarsAndDifferencesStandBelow() throws IOException {
        JsonNode view = view("classification");
        assertThat(view.at("/passages/0/kind").asText()).isEqualTo("classes");
        assertThat(view.get("passages").size()).isEqualTo(1);
        assertThat(view.at("/passages/0/bars").size()).isEqualTo(10);
        assertThat(view.at("/passages/0/also/0/text").asText()).isEqualTo("dog instead of cat");
        assertThat(stream(view.at("/passages/0/bars")).filter(bar -> bar.has("target")))
                .extracting(bar -> bar.get("label").asText())
                .containsExactlyInAnyOrder("bus", "umbrella");
    }

    @Test
    void aQuestionsWordsAreWeighedAndItsAnswersAreBars() throws IOException {
        JsonNode view = view("vqa");
        JsonNode first = view.at("/passages/0");
        assertThat(first.get("heading").asText()).isEqualTo("what colour is the bus?");
        assertThat(stream(first.get("pieces")).map(piece -> piece.get("text").asText()))
                .startsWith("what", "colour", "is", "the", "bus");
        assertThat(
                        stream(first.get("pieces"))
                                .mapToDouble(p -> Math.abs(p.get("weight").asDouble()))
                                .max())
                .hasValue(1);
        JsonNode purple = first.at("/bars/0");
        assertThat(purple.get("label").asText()).isEqualTo("purple");
        assertThat(purple.get("value").asDouble()).isGreaterThan(0.9);
        assertThat(purple.get("mark").asDouble()).as("without the picture").isLessThan(0.1);
        assertThat(first.at("/also/0/text").asText()).isEqualTo("purple instead of blue");
        for (JsonNode passage : view.get("passages")) {
            int target = passage.at("/bars/0/target").asInt(-1);
            assertThat(view.at("/targets/" + target + "/title").asText())
                    .as("answers of a question are targets of the same")
                    .startsWith(passage.get("heading").asText());
        }
        assertTargetsFit(view);
    }

    @Test
    void aRealClickOnACaptionsWordShowsWhereItCameFrom() throws IOException {
        JsonNode view = view("captioning");
        JsonNode caption = view.at("/passages/0");
        assertTargetsFit(view);
        assertThat(stream(caption.get("pieces")).map(piece -> piece.get("text").asText()))
                .as("the caption, word by word")
                .contains("bus", "dog");
        int bus =
                stream(caption.get("pieces"))
                        .filter(piece -> piece.get("text").asText().equals("bus"))
                        .findFirst()
                        .orElseThrow()
                        .get("target")
                        .asInt();
        try (Browser browser = Browser.open()) {
            browser.resize(1280, 900, false);
            browser.open(folder.resolve("captioning/report.html").toUri());
            String status =
                    "(document.querySelector('.wf-status') || {textContent: ''}).textContent";
            browser.await(status + " !== ''");
            browser.click(".wf-word[data-target='" + bus + "']");
            browser.await(status + ".startsWith('“bus”')");
            assertThat(browser.value(status).asText())
                    .as("the bus is drawn in the middle of the scene")
                    .contains("The hottest place lies in the middle");
            assertThat(browser.errors()).isEmpty();
        }
    }

    @Test
    void aRunWithoutAReportWritesNone() {
        Path out = run("classification", "--set", "draw.report=false");
        assertThat(out.resolve("result.json")).exists();
        assertThat(out.resolve("report.html")).doesNotExist();
        assertThat(out.resolve("report")).doesNotExist();
    }
}
