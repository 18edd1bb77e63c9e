package dev.wherefore.captioning.support;

import ai.djl.ndarray.types.Shape;
import com.google.inject.Guice;
import dev.wherefore.captioning.decoder.DecoderConfig;
import dev.wherefore.captioning.decoder.LookingDecoder;
import dev.wherefore.core.experiment.WholeFile;
import dev.wherefore.core.network.block.NetworkConfig;
import dev.wherefore.core.network.block.NetworkFamilies;
import dev.wherefore.core.network.block.NetworkModule;
import dev.wherefore.core.support.FormulaWeights;
import dev.wherefore.core.weights.ElementType;
import dev.wherefore.core.weights.SafetensorsFile;
import dev.wherefore.core.weights.StateDict;
import dev.wherefore.core.weights.WeightTensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small captioner with weights made of their names, as three files of a folder. */
public final class SmallCaptioner {

    /** Its words, in the order of their numbers. */
    public static final List<String> TOKENS =
            List.of(
                    "[PAD]", "[UNK]", "[BOS]", "[EOS]", "a", "red", "blue", "bus", "car", "tree",
                    "near", "the", "house", "and", "bird", "##s", "##y");

    private static final String ENCODER =
            """
            {"family": "resnet", "classes": 0, "channels": 3, "widths": [8, 12], "blocks": [1, 1],
             "stem": {"kernel": 3, "stride": 2, "pool": false}}\
            """;

    /** How many channels its features have. */
    public static final int CHANNELS = 12;

    private SmallCaptioner() {}

    /** Writes encoder.safetensors, decoder.safetensors and tokenizer.json. */
    public static void write(Path folder) throws IOException {
        writeEncoder(folder.resolve("encoder.safetensors"));
        writeDecoder(folder.resolve("decoder.safetensors"), TOKENS.size(), CHANNELS);
        Words.wordPiece(folder.resolve("tokenizer.json"), TOKENS);
    }

    private static void writeEncoder(Path file) {
        NetworkConfig config = NetworkConfig.fromJson(ENCODER);
        Map<String, Shape> shapes =
                Guice.createInjector(new NetworkModule())
                        .getInstance(NetworkFamilies.class)
                        .create(config)
                        .parameters()
                        .expectedShapes();
        write(file, weights("", shapes, Map.of(NetworkConfig.METADATA, config.toJson())));
    }

    /** Writes a decoder of a vocabulary, of features of so many channels. */
    public static void writeDecoder(Path file, int vocabulary, int channels) {
        StateDict plain = decoder(new DecoderConfig(vocabulary, channels, 8, 12, 10, 2, 2));
        Map<String, WeightTensor> loud = new LinkedHashMap<>();
        plain.tensors().forEach((name, tensor) -> loud.put(name, louder(tensor)));
        write(file, new StateDict(plain.source(), loud, plain.metadata()));
    }

    /** Four times the weights, so that pictures get captions of their own. */
    private static WeightTensor louder(WeightTensor tensor) {
        float[] values = tensor.toFloats().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] *= 4;
        }
        return WeightTensor.of(tensor.shape(), values);
    }

    /** The weights of a decoder. */
    public static StateDict decoder(DecoderConfig config) {
        Map<String, Shape> shapes = new LookingDecoder(config).parameters().expectedShapes();
        return weights("small-0.", shapes, Map.of(DecoderConfig.METADATA, config.toJson()));
    }

    /** Weights as the formula gives them for names with a prefix. */
    public static StateDict weights(
            String prefix, Map<String, Shape> shapes, Map<String, String> metadata) {
        Map<String, WeightTensor> tensors = new LinkedHashMap<>();
        shapes.forEach(
                (name, shape) ->
                        tensors.put(
                                name,
                                WeightTensor.of(
                                        shape, FormulaWeights.values(prefix + name, shape))));
        return new StateDict("formula", tensors, metadata);
    }

    /** Writes weights whole. */
    public static void write(Path file, StateDict weights) {
        SafetensorsFile.write(file, weights, ElementType.F32, new WholeFile(true));
    }
}
