package dev.wherefore.core.train;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import dev.wherefore.core.experiment.WholeFile;
import dev.wherefore.core.network.block.NamedBlock;
import dev.wherefore.core.network.block.NamedParameters;
import dev.wherefore.core.network.block.NetworkBlock;
import dev.wherefore.core.weights.ElementType;
import dev.wherefore.core.weights.SafetensorsFile;
import dev.wherefore.core.weights.StateDict;
import dev.wherefore.core.weights.WeightFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A network that learns in two parts: an image network, and what goes on with its features. Both
 * learn all of their weights; the image network may begin with another's.
 */
public final class TwoParts implements AutoCloseable {

    private final NetworkBlock image;
    private final NamedBlock head;
    private final String imageName;
    private final String headName;
    private final Optional<Path> start;
    private final NDManager manager;
    private final ParameterStore parameters;
    private final int started;

    /**
     * Constructs the parts, with the values that training starts with.
     *
     * @param image the image network
     * @param imageName what its arrays' names begin with, {@code "encoder"}
     * @param head what goes on with its features
     * @param headName what its arrays' names begin with
     * @param start weights that the image network begins with; where none are given they are drawn
     * @param seed what values are drawn from
     * @param device where training runs
     * @throws dev.wherefore.core.UserError if the weights cannot be read, or none of them fits
     */
    public TwoParts(
            NetworkBlock image,
            String imageName,
            NamedBlock head,
            String headName,
            Optional<Path> start,
            long seed,
            Device device) {
        this.image = image;
        this.imageName = imageName;
        this.head = head;
        this.headName = headName;
        this.start = start;
        this.manager = NDManager.newBaseManager(device);
        this.parameters = new ParameterStore(manager, false);
        boolean begun = false;
        try {
            image.initialise(manager, seed);
            this.started =
                    start.map(WeightFiles::read)
                            .map(weights -> image.parameters().loadFitting(manager, weights))
                            .orElse(0);
            head.parameters().initialise(manager, seed);
            image.freezeParameters(false);
            head.parameters().freeze(false, parameter -> true);
            begun = true;
        } finally {
            if (!begun) {
                manager.close();
            }
        }
    }

    /**
     * Returns how many channels an image network's features have.
     *
     * @param image the image network
     * @param picture a prepared picture's {@code (C, H, W)}
     * @return the channels
     */
    public static int channels(NetworkBlock image, Shape picture) {
        Shape input = new Shape(1).addAll(picture);
        return Math.toIntExact(image.getOutputShapes(new Shape[] {input})[0].get(1));
    }

    /**
     * Returns what is trained, in words.
     *
     * @param picture a prepared picture's {@code (C, H, W)}
     * @return two lines about the image network
     */
    public List<String> facts(Shape picture) {
        return List.of(
                String.format(
                        Locale.ROOT,
                        "image network %s: %,d weights, %.1f million multiply-adds for a picture"
                                + " %s",
                        image.config().family(),
                        size(image.parameters()),
                        image.multiplyAdds(new Shape(1).addAll(picture)) / 1e6,
                        picture),
                String.format(
                        Locale.ROOT,
                        "%d of its %d tensors begin with values of %s",
                        started,
                        image.parameters().expectedShapes().size(),
                        start.map(Path::toString).orElse("none")));
    }

    /**
     * Returns how many weights the part after the image network has.
     *
     * @return the number
     */
    public long headSize() {
        return size(head.parameters());
    }

    private static long size(NamedParameters parameters) {
        return parameters.weights().values().stream().mapToLong(NDArray::size).sum();
    }

    /**
     * Returns the manager that the weights belong to.
     *
     * @return the manager, closed with this
     */
    public NDManager manager() {
        return manager;
    }

    /**
     * Returns where the parameters' values are.
     *
     * @return the store
     */
    public ParameterStore parameters() {
        return parameters;
    }

    /**
     * Returns the features of pictures.
     *
     * @param pictures {@code (N, C, H, W)}
     * @param training whether batch normalisation goes by the batch
     * @return {@code (N, D, h, w)}
     */
    public NDArray features(NDArray pictures, boolean training) {
        return image.forward(parameters, new NDList(pictures), training).singletonOrThrow();
    }

    /**
     * Returns the weights that gradients change.
     *
     * @return the weights of both by name, always in the same order
     */
    public Map<String, NDArray> weights() {
        return both(NamedParameters::weights);
    }

    /**
     * Returns the weights, and the running statistics of batch norm.
     *
     * @return the arrays of both by name, always in the same order
     */
    public Map<String, NDArray> state() {
        return both(NamedParameters::state);
    }

    private Map<String, NDArray> both(Function<NamedParameters, Map<String, NDArray>> arrays) {
        Map<String, NDArray> all = new LinkedHashMap<>();
        arrays.apply(image.parameters()).forEach((name, a) -> all.put(imageName + "." + name, a));
        arrays.apply(head.parameters()).forEach((name, a) -> all.put(headName + "." + name, a));
        return all;
    }

    /**
     * Returns the files that {@link #save} writes weights to.
     *
     * @return their names, the image network's first
     */
    public List<String> files() {
        return List.of(imageName + ".safetensors", headName + ".safetensors");
    }

    /**
     * Writes the weights of both parts.
     *
     * @param folder the folder; the files may be there from before and are replaced
     * @param headMetadata what the head's file says of itself
     * @param type the type of the numbers
     * @param texts further files by name, and what is in them
     * @return the files
     */
    public List<Path> save(
            Path folder,
            Map<String, String> headMetadata,
            ElementType type,
            Map<String, String> texts) {
        Path first = folder.resolve(files().get(0));
        Path second = folder.resolve(files().get(1));
        write(first, image.stateDict(first.toString()), type);
        write(second, head.parameters().stateDict(second.toString(), headMetadata), type);
        List<Path> written = new ArrayList<>(List.of(first, second));
        texts.forEach(
                (name, text) -> {
                    Path file = folder.resolve(name);
                    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                    new WholeFile(true).write(file, out -> out.write(bytes));
                    written.add(file);
                });
        return written;
    }

    private static void write(Path file, StateDict weights, ElementType type) {
        SafetensorsFile.write(file, weights, type, new WholeFile(true));
    }

    @Override
    public void close() {
        manager.close();
    }
}
