package dev.wherefore.core.train;

import dev.wherefore.core.experiment.config.ConfigDoc;
import dev.wherefore.core.experiment.config.ConfigNumbers;
import dev.wherefore.core.experiment.config.ConfigReader;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The keys that the configs of all trainings share.
 *
 * @param task what the network shall learn
 * @param seed what all random numbers come from, from 0 to 1000000
 * @param epochs how often the network is measured and saved
 * @param examples how many examples make an epoch
 * @param batch how many examples make an update
 * @param learningRate how the learning rate goes
 * @param weightDecay AdamW's λ
 * @param clip the largest length of all gradients together, if they are cut
 * @param patience after how many epochs without a better measure training stops
 * @param workers how many threads make examples
 * @param threads CPU threads of one operation; where none is given the engine chooses
 * @param out the folder for the results; where none is given the caller chooses
 */
public record TrainConfig(
        @ConfigDoc(value = "What the network shall learn.", names = ConfigReader.TASK) String task,
        @ConfigDoc(value = "What all random numbers come from.", preset = "1") long seed,
        @ConfigDoc("After how many epochs training ends.") int epochs,
        @ConfigDoc("How many examples make an epoch, after which the network is measured.")
                int examples,
        @ConfigDoc(value = "How many examples make an update.", preset = "32") int batch,
        @ConfigDoc(value = "How the learning rate goes.", preset = "{}") LearningRate learningRate,
        @ConfigDoc(value = "AdamW's weight decay.", preset = "0.05") double weightDecay,
        @ConfigDoc("The length to which longer gradients are cut; left out, they are not.")
                Optional<Double> clip,
        @ConfigDoc(
                        "After how many epochs without a better measure training stops; left out,"
                                + " it goes on to the end.")
                Optional<Integer> patience,
        @ConfigDoc(value = "How many threads make examples.", preset = "1") int workers,
        @ConfigDoc("How many CPU threads one operation may use; left out, the engine chooses.")
                Optional<Integer> threads,
        @ConfigDoc("The folder for the results; left out, runs/ and the config's name.")
                Optional<Path> out) {

    /** Checks the numbers. */
    public TrainConfig {
        ConfigNumbers.requireAtLeast("epochs", epochs, 1);
        ConfigNumbers.requireAtLeast("batch", batch, 1);
        ConfigNumbers.requireAtLeast("workers", workers, 1);
        patience.ifPresent(number -> ConfigNumbers.requireAtLeast("patience", number, 1));
        threads.ifPresent(number -> ConfigNumbers.requireAtLeast("threads", number, 1));
        if (examples < batch) {
            throw new IllegalArgumentException(
                    "examples must be at least the batch's %d, found %d"
                            .formatted(batch, examples));
        }
        if ((long) epochs * (examples / batch) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "epochs must make at most %d updates of a batch in all, found %d"
                            .formatted(Integer.MAX_VALUE, (long) epochs * (examples / batch)));
        }
        if (!(weightDecay >= 0)) {
            throw new IllegalArgumentException(
                    "weight-decay must not be negative, found " + weightDecay);
        }
        clip.filter(length -> !(length > 0))
                .ifPresent(
                        length -> {
                            throw new IllegalArgumentException(
                                    "clip must be above 0, found " + length);
                        });
    }

    /**
     * Returns how many updates make an epoch.
     *
     * @return the number of whole batches in {@link #examples()}
     */
    public int steps() {
        return examples / batch;
    }

    /**
     * Returns how many updates make the whole training.
     *
     * @return the number, at least 1
     */
    int updates() {
        return epochs * steps();
    }

    /** The config without what changes nothing about the trained network. */
    TrainConfig asCounts() {
        return new TrainConfig(
                task,
                seed,
                epochs,
                examples,
                batch,
                learningRate,
                weightDecay,
                clip,
                patience,
                1,
                threads,
                Optional.empty());
    }
}
