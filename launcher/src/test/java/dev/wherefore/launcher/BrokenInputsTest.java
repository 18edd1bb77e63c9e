package dev.wherefore.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wherefore.core.support.Reference;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Files that are not what they should be: one sentence each, status 2, nothing written. */
class BrokenInputsTest {

    private static final Path MODEL =
            Reference.root().resolve("test-data/reference/tiny-resnet/traced.pt");
    private static final Path PICTURE =
            Reference.root().resolve("test-data/scenes/images/scene-000001.png");

    @TempDir Path folder;

    private record Case(String name, Content content) {}

    private interface Content {
        void make(Path file) throws IOException;
    }

    private static Case bytes(String name, byte[] content) {
        return new Case(name, file -> Files.write(file, content));
    }

    private static Case text(String name, String content) {
        return bytes(name, content.getBytes(StandardCharsets.UTF_8));
    }

    @TestFactory
    Stream<DynamicTest> modelsThatAreNone() throws IOException {
        byte[] whole = Files.readAllBytes(MODEL);
        Stream<Case> truncated =
                Stream.of(0.02, 0.3, 0.5, 0.8, 0.99)
                        .map(share -> cut("truncated at " + share, whole, share));
        Stream<Case> others =
                Stream.of(
                        text("empty.pt", ""),
                        text("page.pt", "<!DOCTYPE html><html><body>404</body></html>"),
                        bytes("wrong zip.pt", zip("readme.txt", "hello")),
                        bytes("state dict.pt", zip("archive/data.pkl", "\u0080\u0002}q.")),
                        bytes("program without code.pt", zip("archive/constants.pkl", "no")),
                        bytes("weights.safetensors", hugeHeader()),
                        bytes("weights.pt", hugeHeader()),
                        bytes("noise.pt", noise(4096)),
                        bytes("old pickle.pt", new byte[] {(byte) 0x80, 2, 'c', 'a', '\n', 'b'}),
                        new Case("folder.pt", Files::createDirectory));
        return Stream.concat(truncated, others)
                .map(broken -> DynamicTest.dynamicTest(broken.name(), () -> modelRefused(broken)));
    }

    private void modelRefused(Case broken) throws IOException {
        Path file = make(broken);
        Outcome outcome = run(config("model.yaml", file, PICTURE));
        outcome.assertRefused(String.valueOf(file.getFileName()));
        assertThat(outcome.err()).hasLineCount(1);
        Outcome layers = Outcome.of("layers", file.toString());
        layers.assertRefused(String.valueOf(file.getFileName()));
        assertThat(layers.err()).hasLineCount(1);
    }

    @TestFactory
    Stream<DynamicTest> picturesThatAreNone() throws IOException {
        byte[] whole = Files.readAllBytes(PICTURE);
        return Stream.of(
                        text("page.jpg", "<!DOCTYPE html><html><body>404</body></html>"),
                        text("empty.png", ""),
                        cut("short.png", whole, 0.001),
                        cut("half.png", whole, 0.5),
                        bytes("huge.png", pngHeader(60_000, 60_000)),
                        bytes("noise.webp", noise(4096)),
                        bytes("archive.jpg", zip("a.txt", "a")),
                        new Case("empty folder", Files::createDirectory))
                .map(
                        broken ->
                                DynamicTest.dynamicTest(
                                        broken.name(), () -> pictureRefused(broken)));
    }

    private void pictureRefused(Case broken) throws IOException {
        Path file = make(broken);
        Outcome outcome = run(config("picture.yaml", MODEL, file));
        outcome.assertRefused(String.valueOf(file.getFileName()));
    }

    @TestFactory
    Stream<DynamicTest> configsThatAreNone() {
        return Stream.of(
                        text("empty.yaml", ""),
                        bytes("noise.yaml", noise(2048)),
                        bytes("zeros.yaml", new byte[512]),
                        bytes("archive.yaml", zip("a.txt", "a")),
                        text("page.yaml", "<!DOCTYPE html><html></html>"),
                        text("deep.yaml", "[".repeat(100_000)),
                        text("deep.json", "{\"a\":".repeat(100_000)),
                        text("laughs.yaml", laughs()),
                        text("half.json", "{\"task\": \"classi"),
                        text("tabs.yaml", "task:\n\t- a\n"),
                        text("list.yaml", "- a\n- b\n"),
                        text("number.yaml", "17\n"),
                        new Case("folder.yaml", Files::createDirectory),
                        new Case("missing.yaml", file -> {}))
                .map(
                        broken ->
                                DynamicTest.dynamicTest(
                                        broken.name(),
                                        () ->
                                                run(make(broken))
                                                        .assertRefused(
                                                                broken.name().replace(' ', '_'))));
    }

    @Test
    void picturesOfWhichNoneCanBeReadAreSaidOneByOneAndLeaveNothing() throws IOException {
        Path first = make(text("a.png", "no picture"));
        Path second = make(text("b.png", ""));
        Path config = config("both.yaml", MODEL, first, second);
        Outcome outcome = run(config);
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err().lines())
                .hasSize(3)
                .allMatch(line -> line.startsWith("wherefore: "));
        assertThat(outcome.err())
                .contains("a.png", "b.png", "nothing could be explained")
                .doesNotContain("\tat ");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private Path make(Case broken) throws IOException {
        Path file = folder.resolve(broken.name().replace(' ', '_'));
        broken.content().make(file);
        return file;
    }

    private Path config(String name, Path model, Path... pictures) throws IOException {
        List<String> images = Arrays.stream(pictures).map(p -> "\"" + p + "\"").toList();
        return Files.writeString(
                folder.resolve(name),
                """
                task: classification
                images: %s
                model: {path: "%s"}
                preprocess: {preset: none, resize: {to: [64, 96]}}
                """
                        .formatted(images, model));
    }

    private Outcome run(Path config) {
        Path out = folder.resolve("out");
        Outcome outcome = Outcome.of("run", config.toString(), "--out", out.toString());
        assertThat(out).as("nothing is written").doesNotExist();
        return outcome;
    }

    private static Case cut(String name, byte[] whole, double share) {
        return bytes(name, Arrays.copyOf(whole, (int) (whole.length * share)));
    }

    private static byte[] noise(int size) {
        byte[] noise = new byte[size];
        new Random(1).nextBytes(noise);
        return noise;
    }

    private static byte[] zip(String entry, String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content.getBytes(StandardCharsets.ISO_8859_1));
            zip.closeEntry();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A safetensors file whose header claims to be of nearly all the bytes there can be. */
    private static byte[] hugeHeader() {
        return ByteBuffer.allocate(64)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(Long.MAX_VALUE)
                .put("{\"a\":{\"dtype\":\"F32\"".getBytes(StandardCharsets.UTF_8))
                .array();
    }

    private static byte[] pngHeader(int width, int height) throws IOException {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(chunk);
        data.writeBytes("IHDR");
        data.writeInt(width);
        data.writeInt(height);
        data.write(new byte[] {8, 2, 0, 0, 0});
        CRC32 sum = new CRC32();
        sum.update(chunk.toByteArray());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream png = new DataOutputStream(bytes);
        png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        png.writeInt(13);
        png.write(chunk.toByteArray());
        png.writeInt((int) sum.getValue());
        return bytes.toByteArray();
    }

    /** Aliases of aliases: nine levels of nine make 387 million words. */
    private static String laughs() {
        StringBuilder yaml = new StringBuilder("a0: &a0 [lol, lol]\n");
        for (int i = 1; i < 10; i++) {
            yaml.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(9)));
        }
        return yaml.toString();
    }
}
