package dev.wherefore.launcher;

import dev.wherefore.core.evaluate.Estimate;
import dev.wherefore.core.evaluate.EvaluationFolder;
import dev.wherefore.core.evaluate.EvaluationListener;
import dev.wherefore.core.evaluate.EvaluationResult;
import dev.wherefore.core.evaluate.LabelResult;
import dev.wherefore.core.evaluate.NetworkQuality;
import dev.wherefore.core.evaluate.SourceResult;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells how an evaluation goes, and shows its tables. */
final class EvaluationReport implements EvaluationListener, AutoCloseable {

    private static final int WEAKEST = 5;

    /** How many checks fit beside each other on a screen. */
    private static final int ABREAST = 4;

    private final PrintWriter out;
    private final PrintWriter err;
    private @Nullable Progress progress;

    EvaluationReport(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public void begins(int scenes, int finished, List<String> facts) {
        facts.forEach(out::println);
        if (finished > 0) {
            out.println(finished + " of " + scenes + " scenes were done before");
        }
        out.flush();
        progress = Progress.of("scenes", scenes - finished, err);
    }

    @Override
    public void finished(int more) {
        Optional.ofNullable(progress).ifPresent(p -> p.add(more));
    }

    /** Prints the results. */
    void ends(EvaluationResult result, Path folder, Path page) {
        close();
        out.println();
        out.println(result.source());
        result.leftOut().forEach((what, many) -> out.println("left out: " + what + ", " + many));
        result.network().ifPresent(this::quality);
        result.quality()
                .forEach((name, value) -> out.printf(Locale.ROOT, "%s: %.3f%n", name, value));
        maps(result);
        weakest(result);
        out.println();
        String failures =
                Files.exists(folder.resolve(EvaluationFolder.FAILURES))
                        ? "; maps that miss: " + folder.resolve(EvaluationFolder.FAILURES)
                        : "";
        out.println("results: " + folder.resolve(EvaluationFolder.RESULT) + failures);
        out.println("to look at in a browser: " + page);
    }

    private void quality(NetworkQuality quality) {
        out.printf(
                Locale.ROOT,
                "the network: mean average precision %.3f, accuracy %.3f at a probability of 0.5,"
                        + " over %d kinds%n",
                quality.meanAveragePrecision(),
                quality.meanAccuracy(),
                quality.labels());
    }

    private void maps(EvaluationResult result) {
        List<SourceResult> all = result.sources();
        int maps = all.get(0).maps();
        if (maps == 0) {
            out.println("no map was measured: the scenes show nothing that the network knows");
            return;
        }
        List<String> checks =
                result.checked().map(EvaluationResult.Checked::checks).orElse(List.of());
        List<String> metrics =
                all.get(0).metrics().keySet().stream().filter(m -> !checks.contains(m)).toList();
        result.objectShare()
                .ifPresent(
                        share ->
                                out.printf(
                                        Locale.ROOT,
                                        "%d maps a method, of things that cover %.1f %% of their"
                                                + " picture%n",
                                        maps,
                                        100 * share.mean()));
        if (result.outOfSight() > 0) {
            out.println(result.outOfSight() + " things lie where the network sees nothing");
        }
        table(result, metrics);
        result.checked()
                .ifPresent(
                        checked -> {
                            out.println();
                            out.printf(
                                    "checked on the first %d scenes, %d maps a method:%n",
                                    checked.scenes(), all.get(0).checked());
                            for (int from = 0; from < checks.size(); from += ABREAST) {
                                int to = Math.min(from + ABREAST, checks.size());
                                table(result, checks.subList(from, to));
                            }
                        });
        for (SourceResult source : all) {
            if (source.withoutEvidence() > 0) {
                out.printf(
                        "%s: no evidence in %d of %d maps, which count as misses%n",
                        source.name(), source.withoutEvidence(), source.maps());
            }
        }
    }

    private void table(EvaluationResult result, List<String> numbers) {
        TextTable table = new TextTable();
        table.row(Stream.concat(Stream.of(""), numbers.stream()).toList());
        for (SourceResult source : result.methods()) {
            table.row(cells(source, numbers));
        }
        table.line();
        for (SourceResult source : result.baselines()) {
            table.row(cells(source, numbers));
        }
        out.println();
        table.lines().forEach(out::println);
    }

    private static List<String> cells(SourceResult source, List<String> metrics) {
        return Stream.concat(
                        Stream.of(source.name()),
                        metrics.stream()
                                .map(metric -> source.metric(metric))
                                .map(e -> e.map(EvaluationReport::cell).orElse("-")))
                .toList();
    }

    /** The mean with its 95 % interval. */
    private static String cell(Estimate estimate) {
        return String.format(
                Locale.ROOT, "%.3f [%.3f, %.3f]", estimate.mean(), estimate.low(), estimate.high());
    }

    /** The kinds that the first method points at least often. */
    private void weakest(EvaluationResult result) {
        String method = result.methods().get(0).name();
        List<LabelResult> mapped =
                result.labels().stream()
                        .filter(label -> label.maps() > 0)
                        .sorted(Comparator.comparingDouble(label -> pointing(label, method)))
                        .limit(WEAKEST)
                        .toList();
        if (mapped.isEmpty()) {
            return;
        }
        out.println();
        out.println(
                mapped.stream()
                        .map(label -> weak(label, method))
                        .collect(
                                Collectors.joining(
                                        ", ",
                                        "weakest in the pointing game of " + method + ": ",
                                        "")));
    }

    private static double pointing(LabelResult label, String method) {
        return label.pointing().getOrDefault(method, 0.0);
    }

    private static String weak(LabelResult label, String method) {
        return String.format(
                Locale.ROOT, "%s %.2f of %d", label.label(), pointing(label, method), label.maps());
    }

    @Override
    public void close() {
        Optional.ofNullable(progress).ifPresent(Progress::close);
        progress = null;
    }
}
