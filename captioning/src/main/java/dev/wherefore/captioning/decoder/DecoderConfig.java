package dev.wherefore.captioning.decoder;

import dev.wherefore.core.experiment.config.ConfigDoc;
import dev.wherefore.core.experiment.config.ConfigNumbers;
import dev.wherefore.core.network.block.DescribedSizes;
import dev.wherefore.core.weights.StateDict;

/**
 * The sizes of a decoder that is written here.
 *
 * @param vocabulary how many tokens it knows, V
 * @param channels how many channels the features have, C
 * @param embedding the numbers that stand for a token, E
 * @param hidden the numbers of the LSTM's state, H
 * @param attention the numbers that stand for a place, D
 * @param heads how many places are looked at at once; divides D
 * @param looks how often the decoder looks at the picture before it says a word
 */
public record DecoderConfig(
        int vocabulary,
        int channels,
        int embedding,
        int hidden,
        int attention,
        int heads,
        int looks) {

    /** The name under which a file of weights says, in JSON, which decoder they belong to. */
    public static final String METADATA = "wherefore.decoder";

    private static final DescribedSizes<DecoderConfig> DESCRIBED =
            new DescribedSizes<>(DecoderConfig.class, METADATA, "decoder");

    /** Checks the numbers. */
    public DecoderConfig {
        ConfigNumbers.requireAtLeast("vocabulary", vocabulary, 2);
        ConfigNumbers.requireAtLeast("channels", channels, 1);
        ConfigNumbers.requireAtLeast("embedding", embedding, 1);
        ConfigNumbers.requireAtLeast("hidden", hidden, 1);
        ConfigNumbers.requireAtLeast("attention", attention, 1);
        ConfigNumbers.requireAtLeast("heads", heads, 1);
        ConfigNumbers.requireAtLeast("looks", looks, 1);
        if (attention % heads != 0) {
            throw new IllegalArgumentException(
                    "heads must divide attention, found %d and %d".formatted(heads, attention));
        }
    }

    /**
     * The keys of a config that choose the sizes; the others come from the network and the words.
     *
     * @param embedding the numbers that stand for a token
     * @param hidden the numbers of the LSTM's state
     * @param attention the numbers that stand for a place
     * @param heads how many places are looked at at once
     * @param looks how often the decoder looks at the picture before it says a word
     */
    public record Sizes(
            @ConfigDoc(value = "How many numbers stand for a word.", preset = "64") int embedding,
            @ConfigDoc(value = "How many numbers the LSTM's state has.", preset = "192") int hidden,
            @ConfigDoc(value = "How many numbers stand for a place.", preset = "96") int attention,
            @ConfigDoc(value = "How many places are looked at at once.", preset = "3") int heads,
            @ConfigDoc(
                            value =
                                    "How often the decoder looks at the picture before it says a"
                                            + " word.",
                            preset = "2")
                    int looks) {

        /** Checks the numbers. */
        public Sizes {
            new DecoderConfig(2, 1, embedding, hidden, attention, heads, looks);
        }

        /**
         * Returns the decoder of these sizes.
         *
         * @param vocabulary how many tokens it knows
         * @param channels how many channels the features have
         * @return its config
         */
        public DecoderConfig decoder(int vocabulary, int channels) {
            return new DecoderConfig(
                    vocabulary, channels, embedding, hidden, attention, heads, looks);
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
     * Returns which decoder a file of weights says that they belong to.
     *
     * @param weights the weights
     * @return the config
     * @throws dev.wherefore.core.UserError if the file does not say, or not so that it can be
     *     understood
     */
    public static DecoderConfig of(StateDict weights) {
        return DESCRIBED.of(weights);
    }
}
