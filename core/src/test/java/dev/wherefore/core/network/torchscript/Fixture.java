package dev.wherefore.core.network.torchscript;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.experiment.NpyArray;
import dev.wherefore.core.experiment.NpyType;
import dev.wherefore.core.experiment.NpzFile;
import dev.wherefore.core.network.Inputs;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A small archive among the resources (described in the README beside them) and what autograd gives
 * for it.
 *
 * @param name the archive's name without {@code .pt}
 * @param numbers the name of its numbers without {@code .npz}
 * @param entry the method to enter it by
 */
record Fixture(String name, String numbers, String entry) {

    /** The fixture of an archive, with the numbers that traced and scripted form share. */
    static Fixture of(String name) {
        return new Fixture(name, name.substring(0, name.lastIndexOf('.')), "forward");
    }

    /** All archives with numbers. */
    static Stream<Fixture> all() {
        try (Stream<Path> files = Files.list(folder())) {
            List<Fixture> simple =
                    files.map(f -> f.getFileName().toString())
                            .filter(f -> f.endsWith(".pt"))
                            .map(f -> of(f.substring(0, f.length() - ".pt".length())))
                            .filter(f -> Files.exists(folder().resolve(f.numbers() + ".npz")))
                            .sorted((a, b) -> a.name().compareTo(b.name()))
                            .toList();
            return Stream.concat(
                    simple.stream(),
                    Stream.of(
                            new Fixture("methods.scripted", "methods.encode", "encode"),
                            new Fixture("inputs.scripted", "inputs.given", "forward")));
        } catch (java.io.IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path folder() {
        try {
            URI uri = Objects.requireNonNull(Fixture.class.getResource("README.md")).toURI();
            return Path.of(uri).resolveSibling("");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether its numbers are of a type that Java has none of, or not of float32. */
    boolean isHalf() {
        return numbers.matches("b?float(16|64)");
    }

    Path path() {
        return folder().resolve(name + ".pt");
    }

    TorchScriptNetwork load() {
        return TorchScriptNetwork.load(path(), Device.cpu(), entry);
    }

    Map<String, NpyArray> arrays() {
        return NpzFile.read(folder().resolve(numbers + ".npz"));
    }

    NpyArray array(String key) {
        return Objects.requireNonNull(arrays().get(key), () -> this + " has no " + key);
    }

    /** The numbers whose names start so, by what follows. */
    Map<String, NpyArray> under(String start) {
        Map<String, NpyArray> found = new TreeMap<>();
        arrays().forEach((n, array) -> addUnder(start, n, array, found));
        return found;
    }

    private static void addUnder(
            String start, String name, NpyArray array, Map<String, NpyArray> found) {
        if (name.startsWith(start)) {
            found.put(name.substring(start.length()), array);
        }
    }

    /** What the network was given: {@code argument/1} and, in lists, {@code argument/1/0}. */
    Inputs inputs(NDManager scope) {
        List<List<NDArray>> arguments = new ArrayList<>();
        under("argument/")
                .forEach((place, array) -> put(arguments, place, toNdArray(scope, array)));
        return new Inputs(arguments, 0);
    }

    private static void put(List<List<NDArray>> arguments, String place, NDArray array) {
        int argument = Integer.parseInt(place.split("/")[0]);
        while (arguments.size() <= argument) {
            arguments.add(new ArrayList<>());
        }
        arguments.get(argument).add(array);
    }

    static NDArray toNdArray(NDManager scope, NpyArray array) {
        Shape shape = new Shape(array.shape().stream().mapToLong(Integer::longValue).toArray());
        if (array.type() == NpyType.INT64) {
            return scope.create(array.toLongs(), shape);
        }
        return array.type() == NpyType.FLOAT64
                ? scope.create(array.toDoubles(), shape)
                : scope.create(array.toFloats(), shape);
    }

    @Override
    public String toString() {
        return name.equals(numbers) || name.startsWith(numbers + ".")
                ? name
                : name + " (" + numbers + ")";
    }
}
