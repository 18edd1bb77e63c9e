package dev.wherefore.launcher.serve;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets so many explanations be made at once, so many others wait, and no more in. */
final class WaitingLine {

    private static final int BUSY = 503;

    private final int most;
    private final Semaphore places;
    private final Semaphore turns;
    private final Duration patience;

    WaitingLine(Limits limits) {
        this.most = limits.atOnce() + limits.waiting();
        this.places = new Semaphore(most);
        this.turns = new Semaphore(limits.atOnce(), true);
        this.patience = limits.time();
    }

    /**
     * Takes a place in the line.
     *
     * @throws Refusal if there is none
     */
    Place enter() {
        if (!places.tryAcquire()) {
            throw busy("the server is busy: " + most + " requests are at work or waiting already");
        }
        return new Place();
    }

    private Refusal busy(String what) {
        return Refusal.of(BUSY, what + "; ask again in a few seconds").with("Retry-After", "5");
    }

    /** How many requests have a place. */
    int inside() {
        return most - places.availablePermits();
    }

    /** A place in the line, which is given back when it is closed. */
    final class Place implements AutoCloseable {

        private Place() {}

        /**
         * Waits for its turn, and takes it.
         *
         * @throws Refusal if that takes too long
         */
        <T> T turn(Supplier<T> work) {
            boolean mine;
            try {
                mine = turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw busy("the server is ending");
            }
            if (!mine) {
                throw busy(
                        "the server is busy: no turn came within " + patience.toSeconds() + " s");
            }
            try {
                return work.get();
            } finally {
                turns.release();
            }
        }

        @Override
        public void close() {
            places.release();
        }
    }
}
