package dev.wherefore.core.report;

import dev.wherefore.core.IoReason;
import dev.wherefore.core.UserError;
import dev.wherefore.core.evaluate.EvaluationFolder;
import dev.wherefore.core.evaluate.EvaluationResult;
import dev.wherefore.core.experiment.ReportFiles;
import dev.wherefore.core.metric.MetricCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the results of an evaluation as a page for the browser: the numbers in tables that can be
 * sorted, and the drawings that lie beside them.
 *
 * @param result the results
 * @param cards of the metrics and checks
 */
public record EvaluationPage(EvaluationResult result, List<MetricCard> cards) {

    /** Copies the list. */
    public EvaluationPage {
        cards = List.copyOf(cards);
    }

    /**
     * Writes the page.
     *
     * @param folder the folder of the evaluation, with its drawings
     * @return the page
     */
    public Path write(Path folder) {
        Path page = new ReportFiles(folder).page();
        EvaluationTables tables = new EvaluationTables(result, cards);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put(
                "title",
                "Wherefore: evaluation of %s on %d scenes"
                        .formatted(result.task(), result.scenes()));
        model.put("style", ViewerFiles.style() + ViewerFiles.text("report.css"));
        model.put("script", ViewerFiles.text("table.js"));
        model.put("source", result.source());
        model.put("outOfSight", result.outOfSight());
        model.put("leftOut", result.leftOut());
        model.put("headline", tables.headline());
        model.put("tables", tables.all().stream().map(PageTable::model).toList());
        model.put("drawings", drawings(folder));
        model.put("facts", result.facts());
        model.put("device", result.device());
        model.put("versions", result.versions());
        model.put("config", Pages.yaml(result.config()));
        new Pages().write("evaluation.ftlh", model, page);
        return page;
    }

    private static List<Map<String, String>> drawings(Path folder) {
        List<Map<String, String>> drawings = new ArrayList<>();
        add(
                drawings,
                folder.resolve(EvaluationFolder.BARS + ".svg"),
                "svg+xml",
                "All means as bars",
                "The means of the first table as bars, with their intervals");
        add(
                drawings,
                folder.resolve(EvaluationFolder.CURVE_SHEET + ".svg"),
                "svg+xml",
                "Curves",
                "The mean curves of the checks; their numbers are in curves.csv");
        add(
                drawings,
                folder.resolve(EvaluationFolder.FAILURES),
                "png",
                "Maps that miss",
                "Maps of the first method that miss what the network is sure of");
        return drawings;
    }

    private static void add(
            List<Map<String, String>> drawings, Path file, String type, String title, String alt) {
        if (!Files.exists(file)) {
            return;
        }
        try {
            String data = Base64.getEncoder().encodeToString(Files.readAllBytes(file));
            drawings.add(
                    Map.of(
                            "title",
                            title,
                            "alt",
                            alt,
                            "uri",
                            "data:image/" + type + ";base64," + data));
        } catch (IOException e) {
            throw new UserError(file + " cannot be read: " + IoReason.of(e), e);
        }
    }
}
