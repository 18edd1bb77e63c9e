package dev.wherefore.core.train;

import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.Csv;
import dev.wherefore.core.experiment.OutFolder;
import dev.wherefore.core.experiment.WholeFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The folder of a training:
 *
 * <pre>
 * checkpoint.safetensors   all that is needed to go on, after each epoch
 * history.csv              a line for each epoch
 * curve.png                the same, drawn
 * …                        what the trainee saves, when training is over
 * </pre>
 */
final class TrainingFolder {

    private static final String CHECKPOINT = "checkpoint.safetensors";

    private final Path folder;
    private final OutFolder out;
    private final WholeFile files = new WholeFile(true);

    TrainingFolder(Path folder) {
        this.folder = folder;
        this.out = new OutFolder(folder);
    }

    /**
     * Returns the checkpoint to go on from, if there is one and it is wanted.
     *
     * @throws UserError if the folder is taken, or the checkpoint is another training's
     */
    Optional<TrainingCheckpoint> start(TrainingOptions options, String config) {
        Path file = folder.resolve(CHECKPOINT);
        if (options.resume() && Files.exists(file)) {
            TrainingCheckpoint checkpoint = TrainingCheckpoint.read(file);
            if (!checkpoint.config().equals(config)) {
                throw new UserError(
                        "%s holds a training by another config, so it cannot be gone on with; choose another --out, or replace it with --overwrite"
                                .formatted(folder));
            }
            return Optional.of(checkpoint);
        }
        if (out.isTaken() && !options.overwrite()) {
            throw new UserError(
                    "%s is not empty; go on with a training that was stopped by --resume, replace it by --overwrite, or choose another place by --out"
                            .formatted(folder));
        }
        out.requireWritable();
        return Optional.empty();
    }

    /**
     * Deletes what belongs to a training before this one, so that nobody takes it for this one's.
     */
    void forget(List<String> files) {
        out.tidy();
        files.forEach(out::forget);
    }

    /** Writes what an epoch has left, and returns the files. */
    List<Path> write(TrainingCheckpoint checkpoint) {
        checkpoint.write(folder.resolve(CHECKPOINT));
        List<EpochResult> history = checkpoint.history();
        Path table = folder.resolve("history.csv");
        files.write(table, to -> to.write(csv(history).getBytes(StandardCharsets.UTF_8)));
        Path curve = folder.resolve("curve.png");
        files.write(curve, new TrainingCurve(history)::writePng);
        return List.of(folder.resolve(CHECKPOINT), table, curve);
    }

    private static String csv(List<EpochResult> history) {
        List<String> heads = new ArrayList<>(List.of("epoch", "updates", "learning-rate", "loss"));
        heads.addAll(history.get(0).measures().keySet());
        heads.add("seconds");
        StringBuilder text = new StringBuilder(Csv.line(heads));
        for (EpochResult epoch : history) {
            List<String> fields = new ArrayList<>();
            fields.add(Integer.toString(epoch.epoch()));
            fields.add(Integer.toString(epoch.updates()));
            fields.add(Csv.number(epoch.learningRate(), 8));
            fields.add(Csv.number(epoch.loss()));
            epoch.measures().values().forEach(value -> fields.add(Csv.number(value)));
            fields.add(Csv.number(epoch.seconds(), 1));
            text.append(Csv.line(fields));
        }
        return text.toString();
    }
}
