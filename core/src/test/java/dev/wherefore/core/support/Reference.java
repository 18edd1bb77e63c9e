package dev.wherefore.core.support;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.experiment.NpyArray;
import dev.wherefore.core.experiment.NpzFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * A case of the reference numbers: in the folder that {@code WHEREFORE_REFERENCE} names, or, cut
 * short, in {@code test-data}.
 */
public final class Reference {

    private final Path folder;
    private final Map<String, NpyArray> arrays;

    private Reference(Path folder) {
        this.folder = folder;
        this.arrays = NpzFile.read(folder.resolve("expected.npz"));
    }

    /** The case of this name; the test is skipped, and says so, if it is nowhere. */
    public static Reference of(String name) {
        Path numbers = folder(name + "/expected.npz");
        return new Reference(numbers.resolveSibling(""));
    }

    /** A file of the reference, of a case that a bare clone has too, or the test is skipped. */
    public static Path file(String name) {
        return folder(name);
    }

    private static Path folder(String name) {
        Optional<Path> whole =
                environment("WHEREFORE_REFERENCE").map(f -> f.resolve(name)).filter(Files::exists);
        Path bundled = root().resolve("test-data/reference").resolve(name);
        Path found = whole.orElse(bundled);
        Assumptions.assumeTrue(
                Files.exists(found),
                "skipped: "
                        + name
                        + " is not here; set WHEREFORE_REFERENCE to the reference folder");
        return found;
    }

    /** A file among the real networks and photographs, or the test is skipped. */
    public static Path real(String name) {
        Optional<Path> folder = environment("WHEREFORE_REAL");
        Assumptions.assumeTrue(
                folder.isPresent(),
                "skipped: needs real networks; set WHEREFORE_REAL to their folder");
        return folder.orElseThrow().resolve(name);
    }

    /** The project's root folder. */
    public static Path root() {
        return Path.of(System.getProperty("wherefore.root", ".."));
    }

    private static Optional<Path> environment(String name) {
        return Optional.ofNullable(System.getenv(name))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .filter(Files::isDirectory);
    }

    public Path path(String file) {
        return folder.resolve(file);
    }

    /** The numbers beyond what a bare clone has, or the test is skipped. */
    public Map<String, NpyArray> furtherArrays() {
        Path file = folder.resolve("more.npz");
        Assumptions.assumeTrue(
                Files.exists(file),
                "skipped: "
                        + file.getFileName()
                        + " is in the whole reference alone; set WHEREFORE_REFERENCE");
        return NpzFile.read(file);
    }

    public boolean has(String array) {
        return arrays.containsKey(array);
    }

    public Map<String, NpyArray> arrays() {
        return arrays;
    }

    public float[] floats(String array) {
        return array(array).toFloats();
    }

    public NpyArray array(String name) {
        NpyArray found = arrays.get(name);
        if (found == null) {
            throw new IllegalArgumentException(folder + " has no array '" + name + "'");
        }
        return found;
    }

    /** The input of the case; all tiny cases share that of tiny-resnet. */
    public NDArray input(NDManager manager) {
        return ndarray(manager, has("input") ? array("input") : of("tiny-resnet").array("input"));
    }

    public static NDArray ndarray(NDManager manager, NpyArray array) {
        long[] shape = array.shape().stream().mapToLong(Integer::longValue).toArray();
        return manager.create(array.toFloats(), new Shape(shape));
    }
}
