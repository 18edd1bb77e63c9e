package dev.wherefore.launcher;

import dev.wherefore.core.experiment.PictureResult;
import dev.wherefore.core.experiment.PictureResult.ExplanationResult;
import dev.wherefore.core.experiment.Prediction;
import dev.wherefore.core.experiment.ReportFiles;
import dev.wherefore.core.experiment.RunListener;
import dev.wherefore.core.experiment.RunSummary;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells how a run goes: a few pictures one by one, many by a progress bar. */
final class RunReport implements RunListener, AutoCloseable {

    private static final int FEW = 12;
    private static final int TOP = 3;

    private final PrintWriter out;
    private final PrintWriter err;
    private final Path folder;
    private @Nullable Progress progress;
    private final LongSupplier clock;
    private long lastLine;
    private boolean few;

    RunReport(PrintWriter out, PrintWriter err, Path folder) {
        this(out, err, folder, System::nanoTime);
    }

    /** A report whose {@code clock} gives nanoseconds. */
    RunReport(PrintWriter out, PrintWriter err, Path folder, LongSupplier clock) {
        this.out = out;
        this.err = err;
        this.folder = folder;
        this.clock = clock;
        this.lastLine = clock.getAsLong();
    }

    @Override
    public void begins(int pictures, int done, List<String> facts) {
        facts.forEach(out::println);
        few = pictures - done <= FEW;
        if (done > 0) {
            out.println(done + " of " + pictures + " pictures were done before");
        }
        if (!few) {
            out.flush();
            progress = Progress.of("pictures", pictures - done, err);
        }
    }

    @Override
    public void passed(String method, int done, int total) {
        long now = clock.getAsLong();
        if (few && done < total && now - lastLine >= Progress.EVERY) {
            lastLine = now;
            err.println(method + ": " + done + " of " + total + " passes");
            err.flush();
        }
    }

    @Override
    public void finished(Path picture, PictureResult result) {
        if (few) {
            print(picture, result);
        }
        step();
    }

    @Override
    public void leftOut(Path picture, String reason) {
        err.println("wherefore: left out: " + reason);
        step();
    }

    private void step() {
        Optional.ofNullable(progress).ifPresent(p -> p.add(1));
    }

    private void print(Path picture, PictureResult result) {
        out.println();
        out.println(picture + ": " + top(result.predictions()));
        for (ExplanationResult explanation : result.explanations()) {
            String note = explanation.note().map(n -> "  (" + n + ")").orElse("");
            String file =
                    explanation.files().getOrDefault("overlay", List.of()).stream()
                            .findFirst()
                            .map(f -> folder.resolve(result.folder()).resolve(f).toString())
                            .orElse("");
            out.printf(
                    Locale.ROOT,
                    "  %-24s %-22s score %8.4f  %s%s%n",
                    explanation.title(),
                    explanation.method(),
                    explanation.score(),
                    file,
                    note);
        }
    }

    private static String top(List<Prediction> predictions) {
        return predictions.stream()
                .limit(TOP)
                .map(p -> String.format(Locale.ROOT, "%s %.3f", p.label(), p.probability()))
                .collect(Collectors.joining(", "));
    }

    void ends(RunSummary summary) {
        close();
        out.println();
        int pictures = summary.pictures().size();
        String left =
                summary.leftOut().isEmpty() ? "" : ", " + summary.leftOut().size() + " left out";
        out.println(
                pictures
                        + (pictures == 1 ? " picture" : " pictures")
                        + " explained"
                        + left
                        + ": "
                        + folder.resolve("result.json"));
        Path page = new ReportFiles(folder).page();
        if (Files.exists(page)) {
            out.println("to look at in a browser: " + page);
        }
    }

    @Override
    public void close() {
        Optional.ofNullable(progress).ifPresent(Progress::close);
        progress = null;
    }
}
