package dev.wherefore.core.train;

import dev.wherefore.core.Workers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * Batches of examples that worker threads make ahead of their use. Which examples a batch holds
 * depends on its number alone, not on which thread was faster.
 */
public final class Batches implements AutoCloseable {

    /** One batch is being made while another waits; more would only take memory. */
    private static final int AHEAD = 2;

    private final LongFunction<Example> examples;
    private final int size;
    private final long end;
    private final Workers workers;
    private final Queue<List<Supplier<Example>>> waiting = new ArrayDeque<>();
    private long begun;

    /**
     * Constructs the batches and begins with the first ones.
     *
     * @param examples makes the example of a number; called by several threads
     * @param size how many examples are in a batch, at least 1
     * @param from the first batch's number; batch n holds the examples n·size to (n + 1)·size − 1
     * @param end the number after the last batch's
     * @param threads how many workers, at least 1
     */
    public Batches(LongFunction<Example> examples, int size, long from, long end, int threads) {
        this.examples = examples;
        this.size = size;
        this.begun = from;
        this.end = end;
        this.workers = new Workers("examples", threads);
        fill();
    }

    private void fill() {
        while (waiting.size() < AHEAD && begun < end) {
            List<Supplier<Example>> batch = new ArrayList<>();
            for (long i = begun * size; i < (begun + 1) * size; i++) {
                long index = i;
                batch.add(workers.begin(() -> examples.apply(index)));
            }
            waiting.add(batch);
            begun++;
        }
    }

    /**
     * Returns the next batch, waiting for it if it is not ready.
     *
     * @return the batch
     * @throws java.util.NoSuchElementException if there is none left
     * @throws RuntimeException what the maker of an example threw
     */
    public Example next() {
        List<Example> batch = new ArrayList<>();
        for (Supplier<Example> example : waiting.remove()) {
            batch.add(example.get());
        }
        fill();
        return Example.stack(batch);
    }

    /** Ends the workers; an example that one is at is finished, and never seen. */
    @Override
    public void close() {
        workers.close();
    }
}
