package dev.wherefore.core.train;

import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.ResultPlace;
import dev.wherefore.core.experiment.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    private final WholeFile files = new WholeFile(true);

    TrainingFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Returns the checkpoint to go on from, if there is one and it is wanted.
     *
     * @throws UserError if the folder is taken, or the checkpoint is another training's
     */
    Optional<Checkpoint> start(TrainingOptions options, String config) {
        Path file = folder.resolve(CHECKPOINT);
        if (options.resume() && Files.exists(file)) {
            Checkpoint checkpoint = Checkpoint.read(file);
            if (!checkpoint.config().equals(config)) {
                throw new UserError(
                        "%s holds a training by another config, so it cannot be gone on with; choose another --out, or replace it with --overwrite"
                                .formatted(folder));
            }
            return Optional.of(checkpoint);
        }
        if (isTaken() && !options.overwrite()) {
            throw new UserError(
                    "%s is not empty; go on with a training that was stopped by --resume, replace it by --overwrite, or choose another place by --out"
                            .formatted(folder));
        }
        ResultPlace.requireWritable(folder);
        return Optional.empty();
    }

    private boolean isTaken() {
        if (!Files.isDirectory(folder)) {
            if (Files.exists(folder)) {
                throw new UserError(folder + " is a file; a training needs a folder");
            }
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isPresent();
        } catch (IOException e) {
            throw new UserError(folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Writes what an epoch has left. */
    List<Path> write(Checkpoint checkpoint) {
        checkpoint.write(folder.resolve(CHECKPOINT));
        List<EpochResult> history = checkpoint.history();
        Path table = folder.resolve("history.csv");
        files.write(table, out -> out.write(csv(history).getBytes(StandardCharsets.UTF_8)));
        Path curve = folder.resolve("curve.png");
        files.write(curve, new TrainingCurve(history)::writePng);
        return List.of(folder.resolve(CHECKPOINT), table, curve);
    }

    private static String csv(List<EpochResult> history) {
        List<String> lines = new ArrayList<>();
        String names = String.join(",", history.get(0).measures().keySet());
        lines.add("epoch,updates,learning-rate,loss," + names + ",seconds");
        for (EpochResult epoch : history) {
            String measures =
                    epoch.measures().values().stream()
                            .map(value -> String.format(Locale.ROOT, "%.6f", value))
                            .collect(Collectors.joining(","));
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "%d,%d,%.8f,%.6f,%s,%.1f",
                            epoch.epoch(),
                            epoch.updates(),
                            epoch.learningRate(),
                            epoch.loss(),
                            measures,
                            epoch.seconds()));
        }
        return String.join("\n", lines) + "\n";
    }
}
