package dev.wherefore.vqa.head;

import dev.wherefore.core.experiment.config.ConfigDoc;
import dev.wherefore.core.experiment.config.ConfigNumbers;
import dev.wherefore.core.network.block.DescribedSizes;
import dev.wherefore.core.weights.StateDict;

/**
 * The sizes of an answer head that is written here.
 *
 * @param vocabulary how many tokens questions are made of, V
 * @param answers how many answers there are, K
 * @param channels how many channels the features have, C
 * @param embedding the numbers that stand for a token, E
 * @param hidden the numbers that stand for a question, H
 * @param width the numbers that stand for a place, D
 * @param anchors how many places the question looks for first, by which others are found
 * @param layers how many layers of places the question changes
 */
public record HeadConfig(
        int vocabulary,
        int answers,
        int channels,
        int embedding,
        int hidden,
        int width,
        int anchors,
        int layers) {

    /** The name under which a file of weights says, in JSON, which head they belong to. */
    public static final String METADATA = "wherefore.answer-head";

    private static final DescribedSizes<HeadConfig> DESCRIBED =
            new DescribedSizes<>(HeadConfig.class, METADATA, "answer head");

    /** Checks the numbers. */
    public HeadConfig {
        ConfigNumbers.requireAtLeast("vocabulary", vocabulary, 2);
        ConfigNumbers.requireAtLeast("answers", answers, 2);
        ConfigNumbers.requireAtLeast("channels", channels, 1);
        ConfigNumbers.requireAtLeast("embedding", embedding, 1);
        ConfigNumbers.requireAtLeast("hidden", hidden, 1);
        ConfigNumbers.requireAtLeast("width", width, 1);
        ConfigNumbers.requireAtLeast("anchors", anchors, 1);
        ConfigNumbers.requireAtLeast("layers", layers, 1);
    }

    /**
     * The keys of a config that choose the sizes; the others come from the network and the words.
     *
     * @param embedding the numbers that stand for a word
     * @param hidden the numbers that stand for a question
     * @param width the numbers that stand for a place
     * @param anchors how many places the question looks for first
     * @param layers how many layers of places the question changes
     */
    public record Sizes(
            @ConfigDoc(value = "How many numbers stand for a word.", preset = "48") int embedding,
            @ConfigDoc(value = "How many numbers stand for a question.", preset = "128") int hidden,
            @ConfigDoc(value = "How many numbers stand for a place.", preset = "64") int width,
            @ConfigDoc(
                            value =
                                    "How many places the question looks for first; where others lie"
                                            + " from there is known then.",
                            preset = "1")
                    int anchors,
            @ConfigDoc(value = "How many layers of places the question changes.", preset = "3")
                    int layers) {

        /** Checks the numbers. */
        public Sizes {
            new HeadConfig(2, 2, 1, embedding, hidden, width, anchors, layers);
        }

        /**
         * Returns the head of these sizes.
         *
         * @param vocabulary how many tokens questions are made of
         * @param answers how many answers there are
         * @param channels how many channels the features have
         * @return its config
         */
        public HeadConfig head(int vocabulary, int answers, int channels) {
            return new HeadConfig(
                    vocabulary, answers, channels, embedding, hidden, width, anchors, layers);
        }
    }

    /**
     * Returns this as one line of JSON.
     *
     * @return the text
     */
    public String toJson() {
        return DESCRIBED.toJson(this);
    }

    /**
     * Returns which head a file of weights says that they belong to.
     *
     * @param weights the weights
     * @return the config
     * @throws dev.wherefore.core.UserError if the file does not say, or not so that it can be
     *     understood
     */
    public static HeadConfig of(StateDict weights) {
        return DESCRIBED.of(weights);
    }
}
