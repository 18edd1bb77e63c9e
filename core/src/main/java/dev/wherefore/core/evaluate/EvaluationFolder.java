package dev.wherefore.core.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.Csv;
import dev.wherefore.core.experiment.OutFolder;
import dev.wherefore.core.experiment.PngFile;
import dev.wherefore.core.experiment.ResultJson;
import dev.wherefore.core.experiment.WholeFile;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of an evaluation:
 *
 * <pre>
 * methods.csv       a line for each method and baseline
 * kinds.csv         a line for each label
 * items.csv         a line for each map
 * curves.csv        the mean curves of checks, a line for each point, if there are any
 * curves.png        the same, drawn
 * failures.png      maps that miss what the network is sure of, if there are any
 * evaluation.json   all but the single maps; written last
 * </pre>
 *
 * <p>Nothing but {@link Segmentation}'s seeds is written before all is measured. An evaluation that
 * is stopped leaves nothing, and there is nothing to go on with.
 */
public final class EvaluationFolder {

    /** The file with all results. */
    public static final String RESULT = "evaluation.json";

    /** The table of methods and baselines. */
    public static final String METHODS = "methods.csv";

    /** The table of labels. */
    public static final String KINDS = "kinds.csv";

    /** The table of maps. */
    public static final String ITEMS = "items.csv";

    /** The table of mean curves. */
    public static final String CURVES = "curves.csv";

    /** The drawing of mean curves. */
    public static final String CURVE_SHEET = "curves.png";

    /** The sheet of maps that miss. */
    public static final String FAILURES = "failures.png";

    private final Path folder;
    private final OutFolder out;
    private final boolean overwrite;
    private final WholeFile files;

    EvaluationFolder(EvaluationOptions options) {
        this.folder = options.out();
        this.out = new OutFolder(folder);
        this.overwrite = options.overwrite();
        this.files = new WholeFile(options.overwrite());
    }

    /**
     * Refuses a folder that holds anything, unless it may be overwritten, and one that cannot be
     * written to.
     *
     * @throws UserError if it does
     */
    void check() {
        if (out.isTaken() && !overwrite) {
            throw new UserError(
                    "%s is not empty; replace its results by --overwrite, or choose another place by --out"
                            .formatted(folder));
        }
        out.requireWritable();
    }

    /** Writes everything; what an earlier evaluation has written is replaced. */
    void write(EvaluationResult result, Items items, Optional<BufferedImage> failures) {
        out.tidy();
        out.forget(RESULT);
        text(METHODS, methods(result));
        text(KINDS, kinds(result));
        files.write(folder.resolve(ITEMS), items::copyTo);
        if (result.curves().isEmpty()) {
            out.forget(CURVES);
        } else {
            text(CURVES, curves(result));
        }
        picture(CURVE_SHEET, new CurveSheet(result.curves()).draw());
        picture(FAILURES, failures);
        text(RESULT, json(result));
    }

    private void picture(String name, Optional<BufferedImage> picture) {
        if (picture.isPresent()) {
            PngFile.write(picture.get(), folder.resolve(name), files);
        } else {
            out.forget(name);
        }
    }

    private void text(String name, String text) {
        files.write(folder.resolve(name), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String json(EvaluationResult result) {
        try {
            return ResultJson.mapper().writeValueAsString(result) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result could not be written as JSON", e);
        }
    }

    private static String methods(EvaluationResult result) {
        List<SourceResult> all = new ArrayList<>(result.methods());
        all.addAll(result.baselines());
        List<String> metrics =
                all.stream().flatMap(s -> s.metrics().keySet().stream()).distinct().toList();
        List<String> heads = new ArrayList<>(List.of("name", "type", "maps", "without-evidence"));
        metrics.forEach(m -> heads.addAll(List.of(m, m + "-low", m + "-high")));
        heads.addAll(List.of("checked", "seconds"));
        StringBuilder text = new StringBuilder(Csv.line(heads));
        for (SourceResult source : all) {
            List<String> fields = new ArrayList<>();
            fields.add(source.name());
            fields.add(source.baseline() ? "baseline" : "method");
            fields.add(Integer.toString(source.maps()));
            fields.add(Integer.toString(source.withoutEvidence()));
            for (String metric : metrics) {
                Optional<Estimate> found = source.metric(metric);
                fields.add(Csv.number(found.map(Estimate::mean)));
                fields.add(Csv.number(found.map(Estimate::low)));
                fields.add(Csv.number(found.map(Estimate::high)));
            }
            fields.add(Integer.toString(source.checked()));
            fields.add(Csv.number(source.seconds().map(Estimate::mean)));
            text.append(Csv.line(fields));
        }
        return text.toString();
    }

    private static String curves(EvaluationResult result) {
        StringBuilder text =
                new StringBuilder(
                        Csv.line(
                                List.of(
                                        "name",
                                        "type",
                                        "curve",
                                        "share",
                                        "confidence",
                                        "confidence-low",
                                        "confidence-high",
                                        "maps")));
        for (CurveResult curve : result.curves()) {
            for (int i = 0; i < curve.shares().size(); i++) {
                Estimate point = curve.confidences().get(i);
                text.append(
                        Csv.line(
                                List.of(
                                        curve.source(),
                                        curve.baseline() ? "baseline" : "method",
                                        curve.curve(),
                                        Csv.number(Optional.of(curve.shares().get(i))),
                                        Csv.number(Optional.of(point.mean())),
                                        Csv.number(Optional.of(point.low())),
                                        Csv.number(Optional.of(point.high())),
                                        Long.toString(point.count()))));
            }
        }
        return text.toString();
    }

    private static String kinds(EvaluationResult result) {
        List<String> sources =
                Stream.concat(result.methods().stream(), result.baselines().stream())
                        .map(SourceResult::name)
                        .toList();
        List<String> heads = new ArrayList<>();
        heads.addAll(List.of("label", "shown", "average-precision", "accuracy", "maps"));
        heads.add("object-share");
        sources.forEach(source -> heads.add("pointing-" + source));
        List<String> metrics =
                result.labels().stream()
                        .flatMap(label -> label.metrics().values().stream())
                        .flatMap(means -> means.keySet().stream())
                        .distinct()
                        .toList();
        metrics.forEach(m -> sources.forEach(source -> heads.add(m + "-" + source)));
        StringBuilder text = new StringBuilder(Csv.line(heads));
        for (LabelResult label : result.labels()) {
            List<String> fields = new ArrayList<>();
            fields.add(label.label());
            fields.add(Integer.toString(label.shown()));
            fields.add(Csv.number(label.averagePrecision()));
            fields.add(Csv.number(label.accuracy()));
            fields.add(Integer.toString(label.maps()));
            fields.add(Csv.number(label.objectShare()));
            for (String source : sources) {
                fields.add(Csv.number(Optional.ofNullable(label.pointing().get(source))));
            }
            for (String metric : metrics) {
                for (String source : sources) {
                    Map<String, Double> means = label.metrics().getOrDefault(source, Map.of());
                    fields.add(Csv.number(Optional.ofNullable(means.get(metric))));
                }
            }
            text.append(Csv.line(fields));
        }
        return text.toString();
    }
}
