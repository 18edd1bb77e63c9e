package dev.wherefore.core.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pickles that were made by hand to run something, to take much memory or never to end. */
@Timeout(30)
class HostilePickleTest {

    private static final String FLOAT_STORAGE = "X\u0007\0\0\0storagectorch\nFloatStorage\n";
    private static final String TENSOR = "ctorch._utils\n_rebuild_tensor_v2\n(";

    private static final String NO_STORAGES = "\u0080\u0002].";

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "builtins, eval",
        "__builtin__, exec",
        "builtins, getattr",
        "os, system",
        "nt, system",
        "subprocess, Popen",
        "torch, load",
        "torch.FloatStorage, from_file",
        "torch._utils, _import_dotted_name",
        "numpy.core.multiarray, _reconstruct",
        "collections, OrderedDict.fromkeys",
        "models, Net"
    })
    void namesThatAreNotOnTheListAreRefusedHoweverTheyAreAskedFor(String module, String name)
            throws IOException {
        String found = "holds a '" + module + "." + name + "' object";
        assertRefused("c" + module + "\n" + name + "\n)R.", found);
        assertRefused("c" + module + "\n" + name + "\n)\u0081.", found);
        assertRefused(shortText(module) + shortText(name) + "\u0093)R.", found);
    }

    private static String shortText(String text) {
        return "\u008c" + (char) text.length() + text;
    }

    @ParameterizedTest
    @ValueSource(strings = {"(ios\nsystem\n.", "I1\n.", "\u0082\u0001.", "Pabc\n.", "(cos\n"})
    void opcodesThatTorchDoesNotWriteAreRefused(String pickle) throws IOException {
        assertRefused(pickle, "is damaged or cut off");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".",
                "0.",
                "2.",
                "a.",
                "]]a0s.",
                "t.",
                "1.",
                "\u0085.",
                "N(\u0085.",
                "Nh\u0005.",
                "}N)R.",
                "}(NNNu.",
                "]NNs.",
                ")Q.",
                "NQ.",
                "(X\u0007\0\0\0storageNNNNtQ.",
                "NN\u0093."
            })
    void pilesThatDoNotAddUpAreRefused(String pickle) throws IOException {
        assertRefused(pickle, "is damaged or cut off");
    }

    @Test
    void lengthsThatTheFileDoesNotHaveAreRefusedBeforeAnythingIsAllocated() throws IOException {
        assertRefused("X\u00ff\u00ff\u00ff\u00ff.", "4294967295 bytes should follow");
        assertRefused("\u008d" + "\u00ff".repeat(8) + ".", "bytes should follow");
        assertRefused("\u008e" + "\u00ff".repeat(7) + "\u007f.", "bytes should follow");
        assertRefused("\u0095" + "\u00ff".repeat(3), "8 bytes should follow");
    }

    @Test
    void nestingOfAnyDepthIsNoTrouble() throws IOException {
        assertRefused(
                "N" + "\u0085".repeat(1_000_000) + ".", "holds no dict of tensors", NO_STORAGES);
        assertRefused("]" + "2a.", "holds no dict of tensors", NO_STORAGES);
        assertRefused(
                "}q\0" + shortText("model") + "h\0s.", "holds no dict of tensors", NO_STORAGES);
    }

    @Test
    void copyingALongListAgainAndAgainIsStopped() throws IOException {
        String list = "](" + "(NNt".repeat(3000) + "eq\u0001";
        String calls =
                "ccollections\nOrderedDict\nq\u0002" + "0h\u0002h\u0001\u0085R".repeat(20_000);
        assertRefused(list + calls + ".", "its pickle has more than 20000000 entries");
    }

    @Test
    void sizesThatDoNotFitTheStorageAreRefused() throws IOException {
        String big = "\u008a\u0008" + "\u00ff".repeat(7) + "\u007f";
        assertTensorRefused("K\0K\u0003\u0085K\u0001\u0085", "has 3 values, and its storage 2");
        assertTensorRefused("K\u0001K\u0002\u0085K\u0001\u0085", "reaches value 2 of a storage");
        assertTensorRefused("K\0K\u0002\u0085K\u0002\u0085", "reaches value 2 of a storage");
        assertTensorRefused("K\0" + big + "\u0085K\0\u0085", "its storage 2; save");
        assertTensorRefused("K\0" + big + big + "\u0086K\0K\0\u0086", "] is too large");
        assertTensorRefused(big + "K\u0002\u0085K\u0001\u0085", "is too large");
        assertTensorRefused("K\0K\u0002\u0085" + big + "\u0085", "reaches value");
        assertTensorRefused("K\0K\u0002\u0085)", "has 1 dimensions and 0 strides");
        assertTensorRefused("J\u00ff\u00ff\u00ff\u00ffK\u0002\u0085K\u0001\u0085", "from 0 on");
        assertTensorRefused("K\0K\u0002\u0085J\u00ff\u00ff\u00ff\u00ff\u0085", "from 0 on");
    }

    private void assertTensorRefused(String offsetShapeStrides, String why) throws IOException {
        assertRefused(tensor(2, offsetShapeStrides) + "s.", why, storageOfTwo());
    }

    @Test
    void theSameTensorWithSoundSizesIsRead() throws IOException {
        String sound = tensor(2, "K\0K\u0002\u0085K\u0001\u0085") + "s.";
        StateDict weights = WeightFiles.read(file(sound, storageOfTwo()));
        assertThat(Fixture.tensor(weights, "w").toFloats()).containsExactly(1f, 1f);
    }

    private static String tensor(int count, String offsetShapeStrides) {
        return "}"
                + shortText("w")
                + TENSOR
                + "("
                + FLOAT_STORAGE
                + shortText("0")
                + shortText("cpu")
                + "K"
                + (char) count
                + "NtQ"
                + offsetShapeStrides
                + "\u0089NtR";
    }

    private static String storageOfTwo() {
        String one = "\0\0\u0080?";
        return "\u0080\u0002]" + shortText("0") + "a.\u0002\0\0\0\0\0\0\0" + one + one;
    }

    private void assertRefused(String pickle, String why, String... after) throws IOException {
        Path file = file(pickle, after);
        assertThatThrownBy(() -> WeightFiles.read(file))
                .satisfies(Fixture.sentence(file))
                .hasMessageContaining(why);
    }

    /** A file of the old format; a pickle's bytes are the text's letters. */
    private Path file(String pickle, String... after) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(HexFormat.of().parseHex("80028a0a6cfc9c46f9206aa850192e80024de9032e80027d2e"));
        bytes.write(("\u0080\u0002" + pickle).getBytes(StandardCharsets.ISO_8859_1));
        for (String more : after) {
            bytes.write(more.getBytes(StandardCharsets.ISO_8859_1));
        }
        return Files.write(folder.resolve("hostile.pth"), bytes.toByteArray());
    }
}
