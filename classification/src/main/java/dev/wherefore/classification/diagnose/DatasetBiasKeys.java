package dev.wherefore.classification.diagnose;

import dev.wherefore.core.experiment.config.ConfigDoc;
import dev.wherefore.core.experiment.config.ConfigNumbers;
import dev.wherefore.core.network.block.NetworkConfig;
import dev.wherefore.core.scene.Kind;
import dev.wherefore.core.train.Augmentation;
import dev.wherefore.core.train.BriefTraining;
import dev.wherefore.core.train.LearningRate;
import java.util.List;

/**
 * The keys of the experiment with a biased training set.
 *
 * @param kinds the two kinds of things that networks learn to tell apart
 * @param cue what goes with the first of them
 * @param bias how often it does so in the biased set, from 0.5 to 1
 * @param network what both networks are
 * @param training how both are trained
 * @param augment how scenes are changed in training
 * @param seed what training scenes and first weights are drawn from
 */
public record DatasetBiasKeys(
        @ConfigDoc(value = "The two kinds of things to be told apart.", preset = "[dog, cat]")
                List<Kind> kinds,
        @ConfigDoc(
                        value = "A third kind of thing that goes with the first of them.",
                        preset = "umbrella")
                Kind cue,
        @ConfigDoc(
                        value =
                                "In which share of the biased training scenes the cue tells the"
                                        + " kind, 0.5 to 1; in the balanced ones in half.",
                        preset = "0.95")
                double bias,
        @ConfigDoc("The network, of two classes; one is trained on each set.")
                NetworkConfig network,
        @ConfigDoc(value = "How both networks are trained.", preset = "{}") Lessons training,
        @ConfigDoc(value = "How scenes are changed in training.", preset = "{}")
                Augmentation augment,
        @ConfigDoc(value = "What training scenes and first weights are drawn from.", preset = "1")
                long seed) {

    /** Checks that there are two kinds and a cue beside them. */
    public DatasetBiasKeys {
        kinds = List.copyOf(kinds);
        if (kinds.size() != 2 || kinds.get(0) == kinds.get(1)) {
            throw new IllegalArgumentException(
                    "kinds must be two kinds of things, found "
                            + kinds.stream().map(Kind::label).toList());
        }
        if (kinds.contains(cue)) {
            throw new IllegalArgumentException(
                    "cue must be another kind than the two to be told apart, found " + cue.label());
        }
        if (!(bias >= 0.5 && bias <= 1)) {
            throw new IllegalArgumentException("bias must be from 0.5 to 1, found " + bias);
        }
    }

    /**
     * How networks are trained.
     *
     * @param scenes how many scenes each set has
     * @param epochs how often a scene is seen in the mean
     * @param batch how many scenes make an update
     * @param learningRate how the learning rate goes
     * @param weightDecay AdamW's λ
     * @param workers how many threads prepare scenes
     */
    public record Lessons(
            @ConfigDoc(value = "How many scenes each training set has.", preset = "1000")
                    int scenes,
            @ConfigDoc(value = "How often a scene is seen in the mean.", preset = "10") int epochs,
            @ConfigDoc(value = "How many scenes make an update.", preset = "32") int batch,
            @ConfigDoc(value = "How the learning rate goes.", preset = "{}")
                    LearningRate learningRate,
            @ConfigDoc(value = "AdamW's weight decay.", preset = "0.05") double weightDecay,
            @ConfigDoc(value = "How many threads prepare scenes.", preset = "1") int workers) {

        /** Checks the numbers. */
        public Lessons {
            ConfigNumbers.requireAtLeast("scenes", scenes, 2);
            ConfigNumbers.requireAtLeast("epochs", epochs, 1);
            ConfigNumbers.requireAtLeast("batch", batch, 1);
            ConfigNumbers.requireAtLeast("workers", workers, 1);
            if (batch > scenes) {
                throw new IllegalArgumentException(
                        "batch must be at most the %d scenes, found %d".formatted(scenes, batch));
            }
            if (!(weightDecay >= 0)) {
                throw new IllegalArgumentException(
                        "weight-decay must not be negative, found " + weightDecay);
            }
        }

        /** The training that is described. */
        BriefTraining training(long seed) {
            int updates = Math.multiplyExact(epochs, scenes / batch);
            return new BriefTraining(updates, batch, learningRate, weightDecay, workers, seed);
        }
    }
}
