package dev.wherefore.core.network.torchscript;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.engine.ExecutorMode;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.engine.ScriptProgram;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.Layer;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.Pass;
import dev.wherefore.core.network.PassRequest;
import dev.wherefore.core.support.Reference;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rewritten programs give what the archives' own programs give, to the last bit: with nothing asked
 * for, with each layer tapped, and with every ReLU cut. The files stay as they are.
 *
 * <p>Taps and cuts record gradients, so that the original is run that way too there: PyTorch's LSTM
 * takes other kernels where gradients are recorded, and ends one bit off.
 */
class ArchiveOutputsTest {

    static Stream<Fixture> fixtures() {
        return Fixture.all()
                .filter(f -> !f.numbers().startsWith("output"))
                .filter(f -> !f.isHalf())
                .filter(f -> !f.numbers().equals("inputs.given"));
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void ofSmallArchives(Fixture fixture) throws Exception {
        try (NDManager scope = NDManager.newBaseManager()) {
            check(fixture.path(), fixture.entry(), fixture.inputs(scope), Optional.empty());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "tiny-resnet/traced.pt, 13",
        "tiny-resnet/scripted.pt, 13",
        "tiny-vgg/traced.pt, 5",
        "tiny-vgg/scripted.pt, 5",
        "tiny-vit/traced.pt, 0",
        "tiny-vit/scripted.pt, 0",
        "archives-2.x/branchy.scripted.pt, 5",
        "archives-2.x/tiny-resnet.frozen.pt, 13",
        "archives-2.x/dict-output.scripted.pt, 13",
        "archives-2.x/tiny-resnet.traced.pt, 13",
        "archives-2.x/tiny-resnet.scripted.pt, 13",
        "tiny-captioner/encoder.traced.pt, 13",
        "tiny-captioner/encoder.scripted.pt, 13",
        "tiny-captioner/decoder.scripted.pt, 0",
        "tiny-vqa/traced.pt, 13",
        "tiny-vqa/scripted.pt, 13"
    })
    void ofTheReference(String file, int relus) throws Exception {
        Path path = Reference.file(file);
        check(path, file.contains("decoder") ? List.of(32, 6) : List.of(3, 96), relus);
    }

    @ParameterizedTest
    @CsvSource({
        "caption/decoder.pt, 64, 12, 2",
        "caption/decoder_scripted.pt, 64, 12, 2",
        "caption/encoder.pt, 3, 96, 5",
        "caption/encoder_scripted.pt, 3, 96, 5",
        "caption_flickr/decoder_scripted.pt, 1280, 7, 2",
        "caption_flickr/encoder.pt, 3, 224, 35",
        "cifar10_resnet20/resnet20_scripted.pt, 3, 32, 19",
        "cifar10_resnet20/resnet20_traced.pt, 3, 32, 19",
        "easyvqa/easyvqa_scripted.pt, 3, 64, 5",
        "easyvqa/easyvqa_traced.pt, 3, 64, 5",
        "mobilenet_v2_100_224/mobilenet_v2_100_224_scripted.pt, 3, 224, 35",
        "mobilenet_v2_100_224/mobilenet_v2_100_224_traced.pt, 3, 224, 35",
        "squeezenet1_0/squeezenet1_0_scripted.pt, 3, 224, 26",
        "squeezenet1_0/squeezenet1_0_traced.pt, 3, 224, 26"
    })
    void ofRealNetworks(String file, int channels, int size, int relus) throws Exception {
        check(Reference.real(file), List.of(channels, size), relus);
    }

    private static void check(Path path, List<Integer> image, int relus) throws Exception {
        try (NDManager scope = NDManager.newBaseManager()) {
            int channels = image.get(0);
            int size = image.get(1);
            float[] values = new float[2 * channels * size * size];
            Random random = new Random(7);
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextFloat() * 2 - 1;
            }
            List<List<NDArray>> arguments = new ArrayList<>();
            arguments.add(List.of(scope.create(values, new Shape(2, channels, size, size))));
            if (path.toString().contains("decoder") || path.toString().contains("vqa")) {
                long[] ids = {1, 3, 4, 1, 5, 2};
                arguments.add(List.of(scope.create(ids, new Shape(2, 3))));
            }
            check(path, "forward", new Inputs(arguments, 0), Optional.of(relus));
        }
    }

    private static void check(Path path, String entry, Inputs inputs, Optional<Integer> relus)
            throws Exception {
        String before = hash(path);
        try (TorchScriptNetwork network = TorchScriptNetwork.load(path, Device.cpu(), entry);
                NDManager scope = network.newScope()) {
            Pass plain = network.run(scope, inputs, PassRequest.PLAIN);
            try (GradientMode off = GradientMode.off()) {
                assertSame(plain, original(scope, path, entry, inputs), "plain");
            }
            List<float[]> expected;
            try (GradientMode on = GradientMode.on()) {
                expected = original(scope, path, entry, inputs);
            }
            int tapped = 0;
            for (Layer layer : network.layers()) {
                if (layer.isTappable() && didRun(network, scope, inputs, layer)) {
                    try (NDManager inner = scope.newSubManager()) {
                        List<LayerRun> tap = List.of(LayerRun.parse(layer.name()));
                        Pass pass = network.run(inner, inputs, PassRequest.tap(tap, 1));
                        assertSame(pass, expected, layer.name());
                        tapped++;
                    }
                }
            }
            assertThat(tapped > 0 || network.layers().isEmpty()).as("layers tapped").isTrue();
            if (network.layers().stream().noneMatch(l -> l.type().equals("Stage"))) {
                Pass cut = network.run(scope, inputs, PassRequest.toInput(true));
                assertSame(cut, expected, "cut");
                relus.ifPresent(count -> assertThat(cut.cuts()).hasSize(count));
            }
        }
        assertThat(hash(path)).isEqualTo(before);
    }

    private static boolean didRun(
            TorchScriptNetwork network, NDManager scope, Inputs inputs, Layer layer) {
        return network.shapes(scope, inputs).stream().anyMatch(s -> s.layer().equals(layer.name()));
    }

    /** What the archive's own program gives, entered without any rewriting. */
    private static List<float[]> original(NDManager scope, Path path, String entry, Inputs inputs)
            throws IOException {
        try (InputStream stream = Files.newInputStream(path);
                ScriptProgram program = ScriptProgram.load(scope, stream);
                ExecutorMode plain = ExecutorMode.plain()) {
            List<ScriptProgram.Argument> arguments = new ArrayList<>();
            for (int i = 0; i < inputs.arguments().size(); i++) {
                List<NDArray> given =
                        inputs.arguments().get(i).stream().map(NDArray::duplicate).toList();
                arguments.add(
                        path.toString().contains("inputs.") && i == 1
                                ? ScriptProgram.Argument.list("extra", given)
                                : ScriptProgram.Argument.of(given.get(0)));
            }
            NDList found =
                    program.call(scope, entry, arguments.toArray(ScriptProgram.Argument[]::new));
            return found.stream().map(NDArray::toFloatArray).toList();
        }
    }

    private static void assertSame(Pass pass, List<float[]> expected, String what) {
        List<NDArray> found = new ArrayList<>(pass.outputs().arrays().values());
        assertThat(found).as(what).hasSameSizeAs(expected);
        for (NDArray array : found) {
            float[] values = array.toFloatArray();
            // a dictionary's entries come in no certain order
            assertThat(expected).as(what).anyMatch(e -> same(e, values));
        }
    }

    private static boolean same(float[] a, float[] b) {
        boolean same = a.length == b.length;
        for (int i = 0; same && i < a.length; i++) {
            same = a[i] == b[i];
        }
        return same;
    }

    private static String hash(Path path) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path));
            return java.util.HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
