package dev.wherefore.core.evaluate;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Work that other threads do while the network runs: pictures are read ahead, maps measured behind
 * it. Results are asked for in the order of the scenes, so they do not depend on which thread was
 * faster.
 */
final class Overlap implements AutoCloseable {

    /** How many batches may wait for the network, and how many for being measured. */
    static final int WAITING = 2;

    private final ExecutorService threads;

    /**
     * @param count how many threads, at least 1
     */
    Overlap(int count) {
        AtomicInteger number = new AtomicInteger();
        this.threads =
                Executors.newFixedThreadPool(
                        count,
                        task -> {
                            Thread thread = new Thread(task, "scenes-" + number.incrementAndGet());
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    /**
     * Begins with some work.
     *
     * @return waits for the result, and throws what the work threw
     */
    <T> Supplier<T> begin(Supplier<T> work) {
        Future<T> result = threads.submit(work::get);
        return () -> result(result);
    }

    private static <T> T result(Future<T> result) {
        try {
            return result.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause; // no memory, say: nothing that a caller should take for its own state
            }
            throw new IllegalStateException("a scene could not be measured", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while scenes were measured", e);
        }
    }

    /** Ends the threads; what they are at is never seen. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
