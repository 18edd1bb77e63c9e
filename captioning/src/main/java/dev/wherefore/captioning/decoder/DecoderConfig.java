package dev.wherefore.captioning.decoder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.config.ConfigDoc;
import dev.wherefore.core.experiment.config.ConfigNumbers;
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

    private static JsonMapper mapper() {
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /**
     * Returns this as one line of JSON.
     *
     * @return the text
     */
    public String toJson() {
        try {
            return mapper().writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a decoder's config could not be written", e);
        }
    }

    /**
     * Returns which decoder a file of weights says that they belong to.
     *
     * @param weights the weights
     * @return the config
     * @throws UserError if the file does not say, or not so that it can be understood
     */
    public static DecoderConfig of(StateDict weights) {
        String json = weights.metadata().get(METADATA);
        if (json == null) {
            throw new UserError(
                    "%s does not say of which decoder it holds the weights (no '%s' in its metadata); give weights that `wherefore train` has saved, or a TorchScript decoder"
                            .formatted(weights.source(), METADATA));
        }
        try {
            return mapper().readValue(json, DecoderConfig.class);
        } catch (JsonProcessingException e) {
            throw new UserError(
                    "%s describes its decoder as '%s', which cannot be understood: %s"
                            .formatted(weights.source(), json, reason(e)),
                    e);
        }
    }

    private static String reason(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "it has an unknown key '" + unknown.getPropertyName() + "'";
        }
        return e instanceof ValueInstantiationException && e.getCause() != null
                ? String.valueOf(e.getCause().getMessage())
                : e.getOriginalMessage();
    }
}
