package dev.wherefore.launcher;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Tells how long something will still take, by how fast its last half went: what comes first is
 * often slower, such as a network's first passes and maps that are checked. The thread that draws a
 * bar may ask while another one marks.
 */
final class Pace {

    private static final int FEW = 100;

    private record Mark(long nanos, int done) {}

    private final Deque<Mark> marks = new ArrayDeque<>();
    private Mark last;

    /**
     * @param nanos when it begins, in nanoseconds
     */
    Pace(long nanos) {
        this.last = new Mark(nanos, 0);
        marks.add(last);
    }

    /** Takes note of how much was done when. */
    synchronized void mark(long nanos, int done) {
        last = new Mark(nanos, done);
        marks.add(last);
        while (marks.size() > 2 && marks.getFirst().done() < done / 2) {
            marks.removeFirst();
        }
    }

    /** How long it takes from the last mark on; nothing as long as nothing was done. */
    synchronized Optional<Duration> left(int total) {
        Mark first = marks.getFirst();
        int done = last.done() - first.done();
        if (done == 0) {
            return Optional.empty();
        }
        double each = (last.nanos() - first.nanos()) / (double) done;
        return Optional.of(Duration.ofNanos((long) (each * (total - last.done()))));
    }

    /** A duration in a few words. */
    static String words(Duration duration) {
        if (duration.toSeconds() < FEW) {
            return duration.toSeconds() + " s";
        }
        return duration.toMinutes() < FEW
                ? duration.toMinutes() + " min"
                : duration.toHours() + " h";
    }
}
