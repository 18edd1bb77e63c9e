package dev.wherefore.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wherefore.core.browser.Browser;
import dev.wherefore.core.evaluate.Estimate;
import dev.wherefore.core.evaluate.EvaluationResult;
import dev.wherefore.core.evaluate.LabelResult;
import dev.wherefore.core.evaluate.NetworkQuality;
import dev.wherefore.core.evaluate.SourceResult;
import dev.wherefore.core.explain.Passes;
import dev.wherefore.core.metric.MetricCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of an evaluation: headline numbers, tables that sort, drawings. */
class EvaluationPageTest {

    private static final List<MetricCard> CARDS =
            List.of(
                    new MetricCard("hits", "hits", "how often it hits", 0, 1, true, "nobody"),
                    new MetricCard("cost", "cost", "what is lost", 0, 1, false, "nobody"));

    @TempDir Path folder;

    private static Estimate estimate(double mean) {
        return new Estimate(mean, mean - 0.05, mean + 0.05, 10);
    }

    private static SourceResult source(String name, boolean baseline, double hits, double cost) {
        Map<String, Estimate> metrics = new LinkedHashMap<>();
        metrics.put("hits", estimate(hits));
        metrics.put("cost", estimate(cost));
        return new SourceResult(
                name,
                baseline,
                10,
                0,
                4,
                baseline ? Optional.empty() : Optional.of(estimate(0.5)),
                baseline ? Optional.empty() : Optional.of(new Passes(1, 1)),
                metrics);
    }

    private static LabelResult label(String name, double hits) {
        return new LabelResult(
                name,
                0,
                Optional.empty(),
                Optional.of(0.5),
                3,
                Optional.of(0.25),
                Map.of("good", hits),
                Map.of("good", Map.of("hits", hits)));
    }

    private static EvaluationResult result() {
        Map<String, Double> quality = new LinkedHashMap<>();
        quality.put("accuracy", 0.875);
        quality.put("colour: accuracy", 0.75);
        quality.put("count: accuracy", 0.5);
        return new EvaluationResult(
                EvaluationResult.SCHEMA,
                Map.of("Wherefore", "1.2.3"),
                "vqa",
                "cpu",
                List.of("layer last"),
                Map.of("task", "vqa"),
                12,
                "12 scenes",
                Map.of("things that are <crowds>", 2),
                1,
                Optional.of(new NetworkQuality(0.625, 0.5, 2)),
                quality,
                Optional.of(estimate(0.25)),
                List.of(source("good", false, 0.9, 0.3), source("cheap", false, 0.6, 0.1)),
                List.of(source("random", true, 0.2, 0.05)),
                List.of(label("bus", 0.5), label("dog", 1)),
                Optional.of(new EvaluationResult.Checked(4, List.of("cost"))),
                List.of());
    }

    private static PageTable table(String caption) {
        return new EvaluationTables(result(), CARDS)
                .all().stream()
                        .filter(table -> table.caption().equals(caption))
                        .findFirst()
                        .orElseThrow();
    }

    private static List<String> texts(PageTable.Row row) {
        return row.cells().stream().map(cell -> cell.text() + (cell.best() ? "*" : "")).toList();
    }

    @Test
    void methodsStandBesideBaselinesAndTheBestAreMarked() {
        PageTable maps = table("How right the maps are");
        assertThat(maps.heads())
                .containsExactly(
                        new PageTable.Head("", ""),
                        new PageTable.Head("maps", "how many"),
                        new PageTable.Head("hits ↑", "how often it hits"));
        assertThat(maps.rows())
                .extracting(PageTable.Row::name)
                .containsExactly("good", "cheap", "random");
        assertThat(maps.rows().get(2).mark()).isEqualTo("baseline");
        assertThat(texts(maps.rows().get(0))).containsExactly("10", "0.900 [0.850, 0.950]*");
        PageTable checks = table("Checks, on the first 4 scenes");
        assertThat(texts(checks.rows().get(1)))
                .as("less is better, and a baseline is never the best")
                .containsExactly("4", "0.100 [0.050, 0.150]*");
        assertThat(texts(checks.rows().get(2))).containsExactly("4", "0.050 [0.000, 0.100]");
    }

    @Test
    void numbersOfPartsBreakTheHeadlineDown() {
        assertThat(new EvaluationTables(result(), CARDS).headline())
                .containsEntry("accuracy", "0.875")
                .containsEntry("mean average precision", "0.625")
                .doesNotContainKey("colour: accuracy");
        PageTable parts = table("The network, by what it was asked");
        assertThat(parts.rows()).extracting(PageTable.Row::name).containsExactly("colour", "count");
        assertThat(texts(parts.rows().get(0))).containsExactly("0.750");
        PageTable kinds = table("How each kind fares");
        assertThat(kinds.heads())
                .as("columns that say nothing are left out")
                .extracting(PageTable.Head::text)
                .containsExactly("", "accuracy", "maps", "object share", "pointing: good");
        assertThat(texts(table("What a map costs").rows().get(0)))
                .containsExactly("0.5000", "1", "1");
        assertThat(table("hits of each kind").folded()).isTrue();
    }

    @Test
    void thePageHoldsTheDrawingsThatAreThere() throws IOException {
        Files.writeString(folder.resolve("bars.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
        Path page = new EvaluationPage(result(), CARDS).write(folder);
        assertThat(Files.readString(page))
                .contains("Wherefore: evaluation of vqa on 12 scenes")
                .contains("things that are &lt;crowds&gt;, 2")
                .contains("1 things lie where the network sees nothing")
                .contains("src=\"data:image/svg+xml;base64,")
                .contains("<h2>All means as bars</h2>")
                .doesNotContain("<h2>Curves</h2>")
                .contains("layer last", "task: vqa", "<dd>1.2.3</dd>");
    }

    @Test
    void aClickOnAHeadSortsTheTable() {
        Path page = new EvaluationPage(result(), CARDS).write(folder);
        try (Browser browser = Browser.open()) {
            browser.resize(360, 740, true);
            browser.open(page.toUri());
            assertThat(names(browser)).containsExactly("good", "cheap", "random baseline");
            browser.click("table.sorted th:nth-child(3) button");
            assertThat(names(browser)).containsExactly("good", "cheap", "random baseline");
            browser.click("table.sorted th:nth-child(3) button");
            assertThat(names(browser)).containsExactly("random baseline", "cheap", "good");
            assertThat(browser.value("document.querySelector('th:nth-child(3)').ariaSort").asText())
                    .isEqualTo("ascending");
            browser.click("table.sorted th:nth-child(1) button");
            assertThat(names(browser)).containsExactly("cheap", "good", "random baseline");
            assertThat(browser.value("document.documentElement.scrollWidth").asInt())
                    .isLessThanOrEqualTo(360);
            assertThat(browser.errors()).isEmpty();
            assertThat(browser.requests()).containsExactly(page.toUri().toString());
        }
    }

    private static List<String> names(Browser browser) {
        JsonNode found =
                browser.value(
                        "[...document.querySelector('table.sorted').tBodies[0].rows]"
                                + ".map((row) => row.cells[0].textContent)");
        List<String> names = new ArrayList<>();
        found.forEach(name -> names.add(name.asText()));
        return names;
    }
}
