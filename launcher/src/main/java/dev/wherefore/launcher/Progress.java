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
    private long lastLine;
    private int done;

    private Progress(
            String what,
            int total,
            PrintWriter err,
            LongSupplier clock,
            Optional<ProgressBar> bar) {
        this.what = what;
        this.total = total;
        this.err = err;
        this.clock = clock;
        this.bar = bar;
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
        ProgressBar bar =
                new ProgressBarBuilder()
                        .setTaskName(what)
                        .setInitialMax(total)
                        .setStyle(ProgressBarStyle.ASCII)
                        .build();
        return new Progress(what, total, err, System::nanoTime, Optional.of(bar));
    }

    /** Returns plain lines; {@code clock} gives nanoseconds. */
    static Progress lines(String what, int total, PrintWriter err, LongSupplier clock) {
        return new Progress(what, total, err, clock, Optional.empty());
    }

    /** Counts what has been done since. */
    void add(int more) {
        add(more, "");
    }

    /** Counts what has been done since, and says how it goes. */
    void add(int more, String news) {
        done += more;
        bar.ifPresent(b -> b.stepBy(more).setExtraMessage(" " + news));
        long now = clock.getAsLong();
        if (bar.isEmpty() && done < total && now - lastLine >= EVERY) {
            lastLine = now;
            err.println(done + " of " + total + " " + what + (news.isEmpty() ? "" : ", " + news));
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
