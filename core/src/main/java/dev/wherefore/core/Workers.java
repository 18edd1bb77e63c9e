package dev.wherefore.core;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Threads that work ahead of the caller, or behind it. Results are asked for in an order of the
 * caller's, so they do not depend on which thread was faster.
 */
public final class Workers implements AutoCloseable {

    private final String what;
    private final ExecutorService threads;

    /**
     * Starts the threads.
     *
     * @param what what they make, in the plural: the threads' name
     * @param count how many, at least 1
     */
    public Workers(String what, int count) {
        this.what = what;
        AtomicInteger number = new AtomicInteger();
        this.threads =
                Executors.newFixedThreadPool(
                        count,
                        task -> {
                            Thread thread = new Thread(task, what + "-" + number.incrementAndGet());
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    /**
     * Begins with some work.
     *
     * @param <T> what it gives
     * @param work the work; done by another thread
     * @return waits for the result, and throws what the work threw
     */
    public <T> Supplier<T> begin(Supplier<T> work) {
        Future<T> result = threads.submit(work::get);
        return () -> result(result);
    }

    private <T> T result(Future<T> result) {
        try {
            return result.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause; // no memory, say: nothing that a caller should take for its own state
            }
            throw new IllegalStateException(what + " could not be made", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + what + " were made", e);
        }
    }

    /** Ends the threads; what they are at is finished, and never seen. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
