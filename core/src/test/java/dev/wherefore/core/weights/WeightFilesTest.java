package dev.wherefore.core.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WeightFilesTest {

    @TempDir Path folder;

    @Test
    void theFormatIsToldByTheContentAndNotByTheName() throws IOException {
        Path pth = folder.resolve("a.pth");
        Path safetensors = folder.resolve("a.safetensors");
        Files.copy(Fixture.path("plain.safetensors"), pth);
        Files.copy(Fixture.path("legacy.pth"), safetensors);
        Same.assertSame(WeightFiles.read(pth), Fixture.read("zip.pth"));
        Same.assertSame(WeightFiles.read(safetensors), Fixture.read("zip.pth"));
    }

    static Stream<Arguments> foreign() {
        return Stream.of(
                Arguments.of("\n<!DOCTYPE html><html>", "is a web page"),
                Arguments.of("version https://git-lfs.github.com/spec/v1\n", "is a Git LFS"),
                Arguments.of("\u0089HDF\r\n\u001a\n and more", "as Keras writes its weights"),
                Arguments.of("\b\u0007\u0012\u0007pytorch", "is an ONNX model"),
                Arguments.of("GGUF\u0003\0\0\0", "is a GGUF file"),
                Arguments.of("\0\0\0\0TFL3", "is a TensorFlow Lite model"),
                Arguments.of("\u001f\u008b\b\0\0\0\0\0\0", "is compressed by gzip"),
                Arguments.of("a".repeat(257) + "ustar", "is a tar file"),
                Arguments.of("{\"a\": 1}", "is no file of weights that is known"),
                Arguments.of("x", "is no file of weights that is known"),
                Arguments.of("PK\u0003\u0004", "is not a sound zip file"));
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void filesOfOtherKindsAreCalledByTheirNames(String content, String what) throws IOException {
        Path file = folder.resolve("a.pth");
        Files.write(file, content.getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> WeightFiles.read(file))
                .satisfies(Fixture.sentence(file))
                .hasMessageContaining(what);
    }

    @Test
    void whatIsMissingEmptyOrAFolderIsSaidSo() throws IOException {
        Files.createFile(folder.resolve("resnet.pth"));
        Path missing = folder.resolve("resnett.pth");
        assertThatThrownBy(() -> WeightFiles.read(missing))
                .satisfies(Fixture.sentence(missing))
                .hasMessageEndingWith("; did you mean 'resnet.pth'?");
        assertThatThrownBy(() -> WeightFiles.read(folder.resolve("resnet.pth")))
                .hasMessageEndingWith("is empty (0 bytes), not a file of weights");
        assertThatThrownBy(() -> WeightFiles.read(folder))
                .satisfies(Fixture.sentence(folder))
                .hasMessageContaining("is a folder");
    }

    @Test
    void zipFilesOfOtherKindsAreCalledByTheirNames() throws IOException {
        assertThatThrownBy(() -> WeightFiles.read(zip("model.weights.h5")))
                .hasMessageContaining("is a Keras model; weights are read from");
        assertThatThrownBy(() -> WeightFiles.read(zip("a.npy")))
                .hasMessageContaining("is NumPy's .npz file");
        assertThatThrownBy(() -> WeightFiles.read(zip("archive_format")))
                .hasMessageContaining("is a torch.export program");
        assertThatThrownBy(() -> WeightFiles.read(zip("a.txt")))
                .hasMessageContaining("(it has no data.pkl)");
    }

    @Test
    void aFileThatWasPackedAnewIsRefused() throws IOException {
        assertThatThrownBy(() -> WeightFiles.read(zip("a/data.pkl")))
                .hasMessageContaining("is compressed or encrypted; only zip files whose entries");
    }

    @Test
    void bigEndianFilesAreRefused() throws IOException {
        Path file = folder.resolve("big.pth");
        copyZip(Fixture.path("zip.pth"), file);
        assertThatThrownBy(() -> WeightFiles.read(file))
                .satisfies(Fixture.sentence(file))
                .hasMessageContaining("was written in big-endian byte order");
    }

    @Test
    void aPrefixGoesOnlyWhereEveryNameHasIt() {
        StateDict legacy = Fixture.read("legacy.pth");
        assertThat(legacy.withoutPrefix("conv.")).isSameAs(legacy);
        assertThat(legacy.withoutPrefix("conv.weight")).isSameAs(legacy);
    }

    private Path zip(String entry) throws IOException {
        Path file = folder.resolve("a.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(new byte[100]);
        }
        return file;
    }

    /** Copies the entries of a zip file, stored, and says that its byte order is another one. */
    private static void copyZip(Path from, Path to) throws IOException {
        try (ZipFile zip = new ZipFile(from.toFile());
                OutputStream file = Files.newOutputStream(to);
                ZipOutputStream out = new ZipOutputStream(file)) {
            out.setMethod(ZipOutputStream.STORED);
            for (ZipEntry entry : Collections.list(zip.entries())) {
                boolean order = entry.getName().endsWith("/byteorder");
                byte[] bytes =
                        order
                                ? "big".getBytes(StandardCharsets.UTF_8)
                                : zip.getInputStream(entry).readAllBytes();
                ZipEntry copy = new ZipEntry(entry.getName());
                CRC32 crc = new CRC32();
                crc.update(bytes);
                copy.setCrc(crc.getValue());
                copy.setSize(bytes.length);
                out.putNextEntry(copy);
                out.write(bytes);
            }
        }
    }
}
