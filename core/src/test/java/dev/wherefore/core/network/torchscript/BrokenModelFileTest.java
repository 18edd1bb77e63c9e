package dev.wherefore.core.network.torchscript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import dev.wherefore.core.UserError;
import dev.wherefore.core.network.PassRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is given instead of a TorchScript archive, one sentence says what it is. */
class BrokenModelFileTest {

    private static final String CODE = "code/__torch__/models.py";

    @TempDir Path folder;

    @Test
    void aFileThatIsNotThereIsNamedWithItsNeighbours() throws Exception {
        Files.write(folder.resolve("encoder.pt"), new byte[] {1});
        assertRefused(folder.resolve("encodr.pt"), "there is no model file", "'encoder.pt'");
    }

    @Test
    void aFolderIsRefused() {
        assertRefused(folder, "is a folder, not a model file");
    }

    @Test
    void anEmptyFileIsRefused() throws Exception {
        assertRefused(file(new byte[0]), "is empty (0 bytes)");
    }

    @Test
    void webPagesAndPointersAreCalledWhatTheyAre() throws Exception {
        assertRefused(file("<!DOCTYPE html><html>404"), "is a web page");
        assertRefused(file("\n<html><body>"), "is a web page");
        assertRefused(
                file("version https://git-lfs.github.com/spec/v1\noid sha256:1\n"),
                "is a Git LFS pointer");
        assertRefused(file("hello"), "is not a TorchScript archive (it is no zip file)");
    }

    @Test
    void weightsWithoutAProgramAreCalledWhatTheyAre() throws Exception {
        String header = "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}";
        ByteBuffer safetensors = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
        safetensors.putLong(header.length()).put(header.getBytes(StandardCharsets.UTF_8));
        assertRefused(file(safetensors.array()), "safetensors file", "torch.jit.trace");
        assertRefused(
                file(new byte[] {(byte) 0x80, 2, (byte) 0x8a, 10, 1, 2}),
                "pickled checkpoint of the old format",
                "torch.jit.trace");
        byte[] dictionary = {(byte) 0x80, 2, '}', 'q', 0, '.'};
        assertRefused(
                zip(Map.of("weights/data.pkl", dictionary, "weights/version", new byte[] {'3'})),
                "a state dict or a pickled module",
                "torch.jit.trace");
    }

    @Test
    void otherZipsAreCalledWhatTheyAre() throws Exception {
        assertRefused(zip(Map.of("a.txt", new byte[] {1})), "is a zip file, but no TorchScript");
        assertRefused(
                zip(Map.of("m/archive_format", new byte[] {1}, "m/models/model.json", new byte[0])),
                "torch.export program");
    }

    @Test
    void anArchiveCutOffAnywhereIsRefused() throws Exception {
        byte[] whole = whole();
        for (int length = 1; length < whole.length; length += 97) {
            assertRefused(file(Arrays.copyOf(whole, length)), "");
        }
    }

    @Test
    void aProgramThatIsNoneIsRefused() throws Exception {
        assertRefused(with(CODE, "class Methods(Module:\n  def"), "cannot read");
        assertRefused(with(CODE, "\u0001\u0002 garbage )(]["), "");
        assertRefused(with(CODE, ""), "no class __torch__.models.Methods");
        String source = new String(part(CODE), StandardCharsets.UTF_8);
        String unknown = source.replace("torch.mean(", "torch.no_such_operator(");
        assertThat(unknown).isNotEqualTo(source);
        assertRefused(with(CODE, unknown), "could not be loaded by PyTorch", "no_such_operator");
        assertRefused(with(CODE, source.replace("return", "retrun")), "");
    }

    @Test
    void damagedPicklesAreRefused() throws Exception {
        assertRefused(with("data.pkl", "garbage"), "not a TorchScript module");
        assertRefused(with("constants.pkl", "garbage"), "could not be loaded by PyTorch");
        byte[] pickle = part("data.pkl");
        for (int length = 0; length < pickle.length; length += 61) {
            String cut = new String(pickle, 0, length, StandardCharsets.ISO_8859_1);
            assertRefused(with("data.pkl", cut), "");
        }
    }

    @Test
    void missingPartsAreRefused() throws Exception {
        for (String part : new String[] {"data/0", "constants.pkl", "data.pkl", CODE}) {
            Map<String, byte[]> entries = entries();
            assertThat(entries.remove(path(part))).as(part).isNotNull();
            assertRefused(zip(entries), "");
        }
    }

    @Test
    void aMethodThatIsNotThereIsRefusedWithTheNearestName() {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(
                        () ->
                                TorchScriptNetwork.load(
                                        Fixture.of("methods.scripted").path(),
                                        Device.cpu(),
                                        "encod"))
                .withMessageContaining("has no method 'encod'")
                .withMessageContaining("encode");
    }

    /** A flipped byte may do no harm; what it may not do is end in anything but a sentence. */
    @Test
    void flippedBytesGiveASentenceOrANetwork() throws Exception {
        byte[] whole = stored();
        Random random = new Random(2024);
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            byte[] flipped = whole.clone();
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            Path path = file(flipped);
            try (TorchScriptNetwork network = TorchScriptNetwork.load(path, Device.cpu());
                    NDManager scope = network.newScope()) {
                Fixture fixture = Fixture.of("methods.scripted");
                network.run(scope, fixture.inputs(scope), PassRequest.PLAIN);
            } catch (UserError e) {
                refused++;
                assertIsOneSentence(e);
            }
        }
        assertThat(refused).isBetween(30, 299);
    }

    @Test
    void anUnharmedCopyLoads() throws Exception {
        Path copy = file(stored());
        assertThatNoException()
                .isThrownBy(() -> TorchScriptNetwork.load(copy, Device.cpu()).close());
    }

    private static void assertRefused(Path path, String... reasons) {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> TorchScriptNetwork.load(path, Device.cpu()).close())
                .satisfies(BrokenModelFileTest::assertIsOneSentence)
                .withMessageContaining(path.toString())
                .satisfies(e -> assertThat(e.getMessage()).contains(reasons));
    }

    private static void assertIsOneSentence(UserError e) {
        assertThat(e.getMessage())
                .doesNotContain("\n", "null")
                .doesNotEndWith(".")
                .hasSizeLessThan(500);
    }

    private Path file(String text) throws IOException {
        return file(text.getBytes(StandardCharsets.UTF_8));
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("model.pt"), bytes);
    }

    private Path zip(Map<String, byte[]> entries) throws IOException {
        return file(zipped(entries, ZipOutputStream.DEFLATED));
    }

    private static byte[] zipped(Map<String, byte[]> entries, int method) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(method == ZipOutputStream.STORED ? 0 : 9);
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private Path with(String part, String text) throws IOException {
        Map<String, byte[]> entries = entries();
        assertThat(entries.put(path(part), text.getBytes(StandardCharsets.ISO_8859_1))).isNotNull();
        return zip(entries);
    }

    private static byte[] part(String part) throws IOException {
        return Objects.requireNonNull(entries().get(path(part)), part);
    }

    private static String path(String part) {
        return "methods.scripted/" + part;
    }

    private static byte[] whole() throws IOException {
        return Files.readAllBytes(Fixture.of("methods.scripted").path());
    }

    private static byte[] stored() throws IOException {
        return zipped(entries(), ZipOutputStream.STORED);
    }

    private static Map<String, byte[]> entries() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(whole()))) {
            ZipEntry entry = zip.getNextEntry();
            while (entry != null) {
                entries.put(entry.getName(), zip.readAllBytes());
                entry = zip.getNextEntry();
            }
        }
        return entries;
    }
}
