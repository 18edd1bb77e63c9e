package dev.wherefore.launcher;

import dev.wherefore.core.train.EpochResult;
import dev.wherefore.core.train.TrainingListener;
import dev.wherefore.core.train.TrainingSummary;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells how a training goes: a progress bar with the loss, and a line for each epoch. */
final class TrainReport implements TrainingListener, AutoCloseable {

    /** How much of the shown loss is that of the updates before the last one. */
    private static final double MEMORY = 0.95;

    private final PrintWriter out;
    private final PrintWriter err;
    private final int epochs;
    private @Nullable Progress progress;
    private double loss = Double.NaN;

    TrainReport(PrintWriter out, PrintWriter err, int epochs) {
        this.out = out;
        this.err = err;
        this.epochs = epochs;
    }

    @Override
    public void begins(List<String> facts, List<EpochResult> done) {
        facts.forEach(out::println);
        done.forEach(result -> print(result, ""));
        if (!done.isEmpty()) {
            out.println("going on after epoch " + done.size());
        }
        out.flush();
    }

    @Override
    public void epochBegins(int epoch, int steps) {
        progress = Progress.of("updates of epoch " + epoch, steps, err);
    }

    @Override
    public void updated(double batchLoss) {
        loss = Double.isNaN(loss) ? batchLoss : MEMORY * loss + (1 - MEMORY) * batchLoss;
        Optional.ofNullable(progress)
                .ifPresent(p -> p.add(1, String.format(Locale.ROOT, "loss %.4f", loss)));
    }

    @Override
    public void epochEnds(EpochResult result, boolean best) {
        close();
        print(result, best ? "  best" : "");
        out.flush();
    }

    private void print(EpochResult result, String note) {
        String measures =
                result.measures().entrySet().stream()
                        .map(m -> String.format(Locale.ROOT, "%s %.4f", m.getKey(), m.getValue()))
                        .collect(Collectors.joining("  "));
        out.printf(
                Locale.ROOT,
                "epoch %d of %d  loss %.4f  %s  learning rate %.2e  %.0f s%s%n",
                result.epoch(),
                epochs,
                result.loss(),
                measures,
                result.learningRate(),
                result.seconds(),
                note);
    }

    void ends(TrainingSummary summary) {
        close();
        if (summary.stoppedEarly()) {
            out.println("stopped: nothing has become better since epoch " + summary.best().epoch());
        }
        double seconds = summary.epochs().stream().mapToDouble(EpochResult::seconds).sum();
        out.printf(
                Locale.ROOT,
                "kept the weights of epoch %d; %.1f minutes in all%n",
                summary.best().epoch(),
                seconds / 60);
        summary.files().forEach(out::println);
    }

    @Override
    public void close() {
        Optional.ofNullable(progress).ifPresent(Progress::close);
        progress = null;
    }
}
