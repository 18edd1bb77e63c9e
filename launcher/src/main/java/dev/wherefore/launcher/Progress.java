package dev.wherefore.launcher;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Shows how far a run has come: a bar on a terminal, else a line every few seconds and one at the
 * end.
 */
final class Progress implements AutoCloseable {

    /** How often a line is printed where there is no bar, in nanoseconds. */
    static final long EVERY = Duration.ofSeconds(5).toNanos();

    private final String what;
    private final int total;
    private final PrintWriter err;
    private final LongSupplier clock;
    private final Optional<ProgressBar> bar;
    private final Pace pace;
    private long lastLine;
    private int done;

    private Progress(
            String what,
            int total,
            PrintWriter err,
            LongSupplier clock,
            Optional<ProgressBar> bar,
            Pace pace) {
        this.what = what;
        this.total = total;
        this.err = err;
        this.clock = clock;
        this.bar = bar;
        this.pace = pace;
        this.lastLine = clock.getAsLong();
    }

    /** Returns a bar on a terminal, else plain lines. */
    static Progress of(String what, int total, PrintWriter err) {
        return isTerminal() ? bar(what, total, err) : lines(what, total, err, System::nanoTime);
    }

    /** Whether somebody watches; the launch script knows. */
    @SuppressWarnings("SystemConsoleNull") // from Java 22 on a console needs no terminal
    private static boolean isTerminal() {
        String told = System.getProperty("wherefore.terminal");
        return told == null ? System.console() != null : Boolean.parseBoolean(told);
    }

    /** Returns a bar. */
    static Progress bar(String what, int total, PrintWriter err) {
        Pace pace = new Pace(System.nanoTime());
        ProgressBar bar =
                new ProgressBarBuilder()
                        .setTaskName(what)
                        .setInitialMax(total)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setEtaFunction(state -> pace.left(total))
                        .build();
        return new Progress(what, total, err, System::nanoTime, Optional.of(bar), pace);
    }

    /** Returns plain lines; {@code clock} gives nanoseconds. */
    static Progress lines(String what, int total, PrintWriter err, LongSupplier clock) {
        return new Progress(what, total, err, clock, Optional.empty(), new Pace(clock.getAsLong()));
    }

    /** Counts what has been done since. */
    void add(int more) {
        add(more, "");
    }

    /** Counts what has been done since, and says how it goes. */
    void add(int more, String news) {
        done += more;
        long now = clock.getAsLong();
        pace.mark(now, done);
        bar.ifPresent(b -> b.stepBy(more).setExtraMessage(" " + news));
        if (bar.isEmpty() && done < total && now - lastLine >= EVERY) {
            lastLine = now;
            String left =
                    pace.left(total).map(d -> ", about " + Pace.words(d) + " left").orElse("");
            String told = news.isEmpty() ? "" : ", " + news;
            err.println(done + " of " + total + " " + what + told + left);
        }
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
        if (bar.isEmpty()) {
            err.println(done + " of " + total + " " + what);
        }
    }
}
