package dev.wherefore.core.evaluate;

import dev.wherefore.core.Workers;
import dev.wherefore.core.evaluate.ReadScenes.Broken;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Takes batch after batch through reading, the network and measuring. The network runs on the
 * caller's thread; with other threads the next batches are read and the last ones measured
 * meanwhile. A few batches are alive at once, however many there are.
 */
final class SceneRun {

    /** How many batches may wait for the network, and how many for being measured. */
    private static final int WAITING = 2;

    private final Function<Batch, Read> read;
    private final Function<SceneBatch, List<ExplainedScene>> explain;
    private final Function<Explained, List<SeenScene>> measure;

    /**
     * Which scenes make a batch.
     *
     * @param from the first one's place among all
     * @param to the place after the last one's
     * @param checked whether their maps are checked
     */
    record Batch(int from, int to, boolean checked) {}

    /**
     * A batch that was read.
     *
     * @param scenes what could be read of it
     * @param broken the others
     */
    record Read(SceneBatch scenes, List<Broken> broken) {}

    /** A batch, and what the network made of what could be read of it. */
    record Explained(Read read, List<ExplainedScene> scenes) {}

    /**
     * @param read reads a batch; called by other threads
     * @param explain runs the network
     * @param measure measures maps; called by other threads
     */
    SceneRun(
            Function<Batch, Read> read,
            Function<SceneBatch, List<ExplainedScene>> explain,
            Function<Explained, List<SeenScene>> measure) {
        this.read = read;
        this.explain = explain;
        this.measure = measure;
    }

    /**
     * Does it all.
     *
     * @param batches the batches
     * @param workers how many threads are at work, the caller's among them
     * @param taker takes up what was measured, batch by batch in their order
     */
    void run(List<Batch> batches, int workers, Consumer<List<SeenScene>> taker) {
        if (workers == 1) {
            for (Batch batch : batches) {
                taker.accept(measure.apply(explained(read.apply(batch))));
            }
            return;
        }
        try (Workers others = new Workers("scenes", workers - 1)) {
            Queue<Supplier<Read>> ahead = new ArrayDeque<>();
            Queue<Supplier<List<SeenScene>>> behind = new ArrayDeque<>();
            int next = 0;
            for (int i = 0; i < batches.size(); i++) {
                while (next < batches.size() && ahead.size() < WAITING) {
                    Batch batch = batches.get(next++);
                    ahead.add(others.begin(() -> read.apply(batch)));
                }
                Explained explained = explained(ahead.remove().get());
                behind.add(others.begin(() -> measure.apply(explained)));
                if (behind.size() > WAITING) {
                    taker.accept(behind.remove().get());
                }
            }
            behind.forEach(result -> taker.accept(result.get()));
        }
    }

    private Explained explained(Read batch) {
        return new Explained(
                batch,
                batch.scenes().exhibits().isEmpty() ? List.of() : explain.apply(batch.scenes()));
    }
}
