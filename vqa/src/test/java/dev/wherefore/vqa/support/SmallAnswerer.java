package dev.wherefore.vqa.support;

import ai.djl.ndarray.types.Shape;
import com.google.inject.Guice;
import dev.wherefore.core.experiment.WholeFile;
import dev.wherefore.core.network.block.NetworkConfig;
import dev.wherefore.core.network.block.NetworkFamilies;
import dev.wherefore.core.network.block.NetworkModule;
import dev.wherefore.core.support.FormulaWeights;
import dev.wherefore.core.text.WordLevelFile;
import dev.wherefore.core.weights.ElementType;
import dev.wherefore.core.weights.SafetensorsFile;
import dev.wherefore.core.weights.StateDict;
import dev.wherefore.core.weights.WeightTensor;
import dev.wherefore.vqa.head.FilmHead;
import dev.wherefore.vqa.head.HeadConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small network that answers questions, with weights made of their names, as four files. */
public final class SmallAnswerer {

    /** Its words; four special tokens come before. */
    public static final List<String> WORDS =
            List.of(
                    "?", "a", "are", "bus", "cat", "colour", "how", "is", "many", "of", "the",
                    "there", "tree", "what", "left", "red");

    /** Its answers, in the order of its logits. */
    public static final List<String> ANSWERS =
            List.of("yes", "no", "0", "1", "2", "red", "blue", "bus", "cat", "tree");

    private static final String ENCODER =
            """
            {"family": "resnet", "classes": 0, "channels": 3, "widths": [8, 12], "blocks": [1, 1],
             "stem": {"kernel": 3, "stride": 2, "pool": false}}\
            """;

    /** How many channels its features have. */
    public static final int CHANNELS = 12;

    /** How many tokens it has. */
    public static final int VOCABULARY = WORDS.size() + 4;

    private SmallAnswerer() {}

    /** Writes encoder.safetensors, head.safetensors, tokenizer.json and answers.txt. */
    public static void write(Path folder) throws IOException {
        NetworkConfig config = NetworkConfig.fromJson(ENCODER);
        Map<String, Shape> shapes =
                Guice.createInjector(new NetworkModule())
                        .getInstance(NetworkFamilies.class)
                        .create(config)
                        .parameters()
                        .expectedShapes();
        write(
                folder.resolve("encoder.safetensors"),
                weights("", shapes, 1, Map.of(NetworkConfig.METADATA, config.toJson())));
        writeHead(folder.resolve("head.safetensors"), VOCABULARY, ANSWERS.size(), CHANNELS);
        Files.writeString(folder.resolve("tokenizer.json"), WordLevelFile.json(WORDS));
        Files.writeString(folder.resolve("answers.txt"), String.join("\n", ANSWERS) + "\n");
    }

    /** Writes a head of a vocabulary and so many answers, of features of so many channels. */
    public static void writeHead(Path file, int vocabulary, int answers, int channels) {
        write(file, head(new HeadConfig(vocabulary, answers, channels, 6, 10, 8, 2, 3)));
    }

    /** The weights of a head, loud enough that questions and pictures are told apart. */
    public static StateDict head(HeadConfig config) {
        Map<String, Shape> shapes = new FilmHead(config).parameters().expectedShapes();
        return weights("small.", shapes, 1, Map.of(HeadConfig.METADATA, config.toJson()));
    }

    private static StateDict weights(
            String prefix, Map<String, Shape> shapes, float loud, Map<String, String> metadata) {
        Map<String, WeightTensor> tensors = new LinkedHashMap<>();
        shapes.forEach(
                (name, shape) -> {
                    float[] values = FormulaWeights.values(prefix + name, shape);
                    for (int i = 0; i < values.length; i++) {
                        values[i] *= loud;
                    }
                    tensors.put(name, WeightTensor.of(shape, values));
                });
        return new StateDict("formula", tensors, metadata);
    }

    /** Writes weights whole. */
    public static void write(Path file, StateDict weights) {
        SafetensorsFile.write(file, weights, ElementType.F32, new WholeFile(true));
    }
}
