package dev.wherefore.core.train;

import ai.djl.engine.Engine;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.ResultJson;
import dev.wherefore.core.experiment.config.TaskConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Trains a network by a config: epochs of updates, each followed by a measurement and a checkpoint.
 * The weights of the best epoch are kept.
 *
 * <p>A training that was stopped and gone on with ends with the same weights as one that was not:
 * every example and every random number comes from the seed and its place in the training, and the
 * checkpoint holds the optimiser's moments.
 */
public final class Training {

    private final TrainingTask task;
    private final TaskConfig<TrainConfig> config;
    private final TrainingOptions options;
    private final TrainingListener listener;
    private final TrainingFolder folder;
    private final List<EpochResult> history = new ArrayList<>();
    private Map<String, HostArray> best = Map.of();

    /**
     * Constructs a training.
     *
     * @param task the task
     * @param config the config
     * @param options what the command line adds
     * @param listener hears how it goes
     */
    public Training(
            TrainingTask task,
            TaskConfig<TrainConfig> config,
            TrainingOptions options,
            TrainingListener listener) {
        this.task = task;
        this.config = config;
        this.options = options;
        this.listener = listener;
        this.folder = new TrainingFolder(options.out());
    }

    /**
     * Trains.
     *
     * @return what came of it
     * @throws UserError if the folder may not be written to, the config describes what cannot be,
     *     or the loss or a weight is no number any more
     */
    public TrainingSummary run() {
        Optional<TrainingCheckpoint> before = folder.start(options, described());
        TrainConfig shared = config.shared();
        try (Trainee trainee = task.open(config, options.device());
                AdamW optimizer =
                        new AdamW(
                                trainee.manager(),
                                shared.learningRate().over(shared.updates()),
                                (float) shared.weightDecay());
                Updates updates = new Updates(trainee, optimizer, shared.clip())) {
            before.ifPresent(checkpoint -> restore(checkpoint, trainee, optimizer));
            listener.begins(trainee.facts(), List.copyOf(history));
            List<Path> files = new ArrayList<>();
            if (!isOver()) {
                files.addAll(train(trainee, optimizer, updates));
            }
            HostArrays.restore(best, trainee.state());
            files.addAll(trainee.save(options.out()));
            return new TrainingSummary(history, bestEpoch(), isStopped(), files);
        }
    }

    private void restore(TrainingCheckpoint checkpoint, Trainee trainee, AdamW optimizer) {
        history.addAll(checkpoint.history());
        best = checkpoint.best();
        try {
            HostArrays.restore(checkpoint.state(), trainee.state());
        } catch (IllegalArgumentException e) {
            throw new UserError(
                    "%s holds a training whose network was another one; begin anew with --overwrite, or choose another --out"
                            .formatted(options.out()),
                    e);
        }
        optimizer.restore(history.get(history.size() - 1).updates(), checkpoint.moments());
    }

    private List<Path> train(Trainee trainee, AdamW optimizer, Updates updates) {
        TrainConfig shared = config.shared();
        long from = (long) history.size() * shared.steps();
        List<Path> files = List.of();
        try (Batches batches =
                new Batches(
                        trainee::example,
                        shared.batch(),
                        from,
                        shared.updates(),
                        shared.workers())) {
            while (!isOver()) {
                long begun = System.nanoTime();
                double loss = epoch(batches, updates);
                Map<String, HostArray> state = HostArrays.of(trainee.state());
                if (!state.values().stream().allMatch(HostArray::isFinite)) {
                    throw Updates.diverged("a weight is no number any more");
                }
                EpochResult result = measured(trainee, optimizer, loss, begun);
                history.add(result);
                boolean isBest = bestEpoch().equals(result);
                if (isBest) {
                    best = state;
                }
                if (history.size() == 1) {
                    folder.forget(trainee.files());
                }
                Map<String, HostArray> moments = HostArrays.of(optimizer.moments());
                files =
                        folder.write(
                                new TrainingCheckpoint(described(), history, state, best, moments));
                listener.epochEnds(result, isBest);
            }
        }
        return files;
    }

    /** Returns the mean loss of the epoch's batches. */
    private double epoch(Batches batches, Updates updates) {
        TrainConfig shared = config.shared();
        int epoch = history.size() + 1;
        // dropout's masks come from the engine's own generator
        Engine.getInstance().setRandomSeed((int) (shared.seed() * 1_000_003 + epoch));
        listener.epochBegins(epoch, shared.steps());
        double sum = 0;
        for (int step = 0; step < shared.steps(); step++) {
            double loss = updates.update(batches.next());
            sum += loss;
            listener.updated(loss);
        }
        return sum / shared.steps();
    }

    private EpochResult measured(Trainee trainee, AdamW optimizer, double loss, long begun) {
        int epoch = history.size() + 1;
        int updates = epoch * config.shared().steps();
        Map<String, Double> measures = trainee.measure();
        double seconds = (System.nanoTime() - begun) / 1e9;
        double rate = optimizer.learningRate(updates - 1);
        return new EpochResult(epoch, updates, rate, loss, measures, seconds);
    }

    private boolean isOver() {
        return history.size() >= config.shared().epochs() || isStopped();
    }

    private boolean isStopped() {
        return !history.isEmpty()
                && config.shared()
                        .patience()
                        .filter(epochs -> history.size() - bestEpoch().epoch() >= epochs)
                        .isPresent();
    }

    /** The best epoch so far; of equal ones the first. */
    private EpochResult bestEpoch() {
        EpochResult found = history.get(0);
        for (EpochResult epoch : history) {
            found = epoch.score() > found.score() ? epoch : found;
        }
        return found;
    }

    /** The config as it counts: where results go and who makes the examples changes nothing. */
    private String described() {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("training", config.shared().asCounts());
        described.put(config.shared().task(), config.own());
        try {
            return ResultJson.mapper().writeValueAsString(described);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a config could not be written as JSON", e);
        }
    }
}
