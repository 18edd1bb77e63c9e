package dev.wherefore.core.network.block;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.config.ConfigDoc;
import dev.wherefore.core.experiment.config.ConfigNumbers;
import dev.wherefore.core.weights.StateDict;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which network is meant, of those that are written here. Each family takes some of the keys and
 * refuses the others: see {@link NetworkFamily}.
 *
 * @param family the family's name
 * @param classes how many numbers the network gives for a picture; 0 for one without a head, which
 *     gives its last features {@code (B, C, h, w)}
 * @param channels of the picture
 * @param depth how many layers with weights, as in the network's usual name
 * @param stem how a ResNet begins
 * @param widths the channels of each stage
 * @param blocks how many blocks (a VGG: convolutions) each stage has
 * @param strides by how much each stage makes the picture smaller
 * @param bottleneck whether blocks have three convolutions
 * @param shortcut how shortcuts change the number of channels
 * @param head the name of the last layer
 * @param batchNorm whether batch normalisation follows each convolution
 * @param lastPool whether the last stage ends in a pool
 * @param grid the side of the square that features are averaged to before the head
 * @param hidden the widths of the head's hidden layers
 * @param dropout the share that dropout sets to zero in training
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record NetworkConfig(
        @ConfigDoc(value = "The family of networks.", names = FAMILIES) String family,
        @ConfigDoc(
                        "How many classes the network tells apart; 0 for a network without a head,"
                                + " that gives its last features.")
                int classes,
        @ConfigDoc(value = "How many channels the picture has.", preset = "3") int channels,
        @ConfigDoc("How many layers with weights, as in the usual name: 18 for ResNet-18.")
                Optional<Integer> depth,
        @ConfigDoc("How a ResNet begins.") Optional<Stem> stem,
        @ConfigDoc("The channels of each stage, before a bottleneck's widening.")
                Optional<List<Integer>> widths,
        @ConfigDoc("How many blocks, in a VGG convolutions, each stage has.")
                Optional<List<Integer>> blocks,
        @ConfigDoc("By how much each stage makes the picture smaller: 1, 2, 2, … by default.")
                Optional<List<Integer>> strides,
        @ConfigDoc("Whether blocks have three convolutions, the middle one narrower.")
                Optional<Boolean> bottleneck,
        @ConfigDoc(
                        "How shortcuts change the number of channels: conv, by a convolution; or"
                                + " pad, by channels of zeros.")
                Optional<Shortcut> shortcut,
        @ConfigDoc("The name of a ResNet's last layer.") Optional<String> head,
        @ConfigDoc("Whether batch normalisation follows each convolution of a VGG.")
                Optional<Boolean> batchNorm,
        @ConfigDoc("Whether the last stage of a VGG ends in a pool.") Optional<Boolean> lastPool,
        @ConfigDoc("The side of the square that features are averaged to before a VGG's head.")
                Optional<Integer> grid,
        @ConfigDoc("The widths of the hidden layers of a VGG's head.")
                Optional<List<Integer>> hidden,
        @ConfigDoc("The share of values that dropout sets to zero in training, 0 to below 1.")
                Optional<Double> dropout) {

    /** The vocabulary of the families. */
    public static final String FAMILIES = "network-families";

    /** The name under which a file of weights says, in JSON, which network they belong to. */
    public static final String METADATA = "wherefore.network";

    private static final int USUAL_CHANNELS = 3;

    private static final List<String> KEYS =
            List.of(
                    "depth",
                    "stem",
                    "widths",
                    "blocks",
                    "strides",
                    "bottleneck",
                    "shortcut",
                    "head",
                    "batch-norm",
                    "last-pool",
                    "grid",
                    "hidden",
                    "dropout");

    /** How a shortcut changes the number of channels. */
    public enum Shortcut {
        /** By a convolution of 1x1 and batch normalisation. */
        @JsonProperty("conv")
        CONV,
        /** By channels of zeros. */
        @JsonProperty("pad")
        PAD
    }

    /**
     * The layers before the first stage of a ResNet.
     *
     * @param width the channels it gives; the first stage's where nothing is said
     * @param kernel the side of its convolution's window
     * @param stride of its convolution
     * @param pool whether a max pool of 3 with stride 2 follows
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Stem(
            @ConfigDoc("The channels it gives; the first stage's where nothing is said.")
                    Optional<Integer> width,
            @ConfigDoc("The side of its convolution's window, odd.") Optional<Integer> kernel,
            @ConfigDoc("By how much its convolution makes the picture smaller.")
                    Optional<Integer> stride,
            @ConfigDoc("Whether a max pool follows that halves the picture.")
                    Optional<Boolean> pool) {

        /** Checks the numbers. */
        public Stem {
            width.ifPresent(w -> ConfigNumbers.requireAtLeast("width", w, 1));
            kernel.ifPresent(k -> ConfigNumbers.requireAtLeast("kernel", k, 1));
            kernel.filter(k -> k % 2 == 0)
                    .ifPresent(
                            k -> {
                                throw new IllegalArgumentException(
                                        "kernel must be odd, found " + k);
                            });
            stride.ifPresent(s -> ConfigNumbers.requireAtLeast("stride", s, 1));
        }
    }

    /** Checks the numbers that no family could take. */
    public NetworkConfig {
        ConfigNumbers.requireAtLeast("classes", classes, 0);
        ConfigNumbers.requireAtLeast("channels", channels, 1);
        widths = widths.map(w -> checked("widths", w));
        blocks = blocks.map(b -> checked("blocks", b));
        strides = strides.map(s -> checked("strides", s));
        hidden = hidden.map(List::copyOf);
        hidden.ifPresent(h -> h.forEach(w -> ConfigNumbers.requireAtLeast("hidden", w, 1)));
        grid.ifPresent(g -> ConfigNumbers.requireAtLeast("grid", g, 1));
        dropout.filter(d -> !(d >= 0 && d < 1))
                .ifPresent(
                        d -> {
                            throw new IllegalArgumentException(
                                    "dropout must be from 0 to below 1, found " + d);
                        });
        head.filter(h -> !h.matches("[A-Za-z_]\\w*"))
                .ifPresent(
                        h -> {
                            throw new IllegalArgumentException(
                                    "head must be a word of letters, digits and '_', found '"
                                            + h
                                            + "'");
                        });
    }

    private static List<Integer> checked(String key, List<Integer> numbers) {
        if (numbers.isEmpty()) {
            throw new IllegalArgumentException(key + " must have a number for each stage");
        }
        numbers.forEach(number -> ConfigNumbers.requireAtLeast(key, number, 1));
        return List.copyOf(numbers);
    }

    /**
     * Returns whether the network ends in a classifier.
     *
     * @return false if it gives features
     */
    boolean hasHead() {
        return classes > 0;
    }

    /**
     * Returns the same network without its head.
     *
     * @return one that gives its last features
     */
    public NetworkConfig withoutHead() {
        return new NetworkConfig(
                family,
                0,
                channels,
                depth,
                stem,
                widths,
                blocks,
                strides,
                bottleneck,
                shortcut,
                head,
                batchNorm,
                lastPool,
                grid,
                hidden,
                dropout);
    }

    /** The keys that are there, of those that not every family takes. */
    List<String> given() {
        List<Optional<?>> values =
                List.of(
                        depth,
                        stem,
                        widths,
                        blocks,
                        strides,
                        bottleneck,
                        shortcut,
                        head,
                        batchNorm,
                        lastPool,
                        grid,
                        hidden,
                        dropout);
        return IntStream.range(0, values.size())
                .filter(i -> values.get(i).isPresent())
                .mapToObj(KEYS::get)
                .toList();
    }

    private static JsonMapper mapper() {
        return JsonMapper.builder()
                .addModule(new Jdk8Module())
                .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .build();
    }

    /**
     * Returns this as one line of JSON, with the config's keys.
     *
     * @return the text
     */
    public String toJson() {
        try {
            return mapper().writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a network's config could not be written", e);
        }
    }

    /**
     * Returns what {@link #toJson()} wrote, or a user did, who may leave out the channels.
     *
     * @param json the text
     * @return the config
     * @throws UserError if the text is not such a config
     */
    public static NetworkConfig fromJson(String json) {
        try {
            JsonNode tree = mapper().readTree(json);
            if (tree instanceof ObjectNode keys && !keys.has("channels")) {
                keys.put("channels", USUAL_CHANNELS);
            }
            return mapper().treeToValue(tree, NetworkConfig.class);
        } catch (JsonProcessingException e) {
            throw new UserError("'" + json + "' does not describe a network: " + reason(e), e);
        }
    }

    /**
     * Returns which network a file of weights says that they belong to.
     *
     * @param weights the weights
     * @return the config, or nothing if the file does not say
     * @throws UserError if what it says is not such a config
     */
    public static Optional<NetworkConfig> of(StateDict weights) {
        return Optional.ofNullable(weights.metadata().get(METADATA)).map(NetworkConfig::fromJson);
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
