package dev.wherefore.core.network.block;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.experiment.NpyFile;
import dev.wherefore.core.explain.ExplainRequest;
import dev.wherefore.core.explain.Explainer;
import dev.wherefore.core.explain.Explanations;
import dev.wherefore.core.image.Channels;
import dev.wherefore.core.image.Filter;
import dev.wherefore.core.image.PictureReader;
import dev.wherefore.core.image.PreparedPicture;
import dev.wherefore.core.image.Preprocessing;
import dev.wherefore.core.image.Resize;
import dev.wherefore.core.image.ValueRange;
import dev.wherefore.core.method.GradCam;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.Layer;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.torchscript.TorchScriptNetwork;
import dev.wherefore.core.support.Reference;
import dev.wherefore.core.target.ClassTarget;
import dev.wherefore.core.weights.WeightFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real network, loaded from its files of weights. */
class CifarResNetTest {

    private static final String CONFIG =
            """
            {"family": "cifar-resnet", "depth": 20, "classes": 10, "channels": 3}\
            """;

    private static final List<String> CLASSES =
            List.of(
                    "airplane",
                    "automobile",
                    "bird",
                    "cat",
                    "deer",
                    "dog",
                    "frog",
                    "horse",
                    "ship",
                    "truck");

    @ParameterizedTest
    @ValueSource(strings = {"resnet20-12fca82f.th", "resnet20.safetensors"})
    void itsNumbersAreThoseRecordedAndThoseOfTheArchive(String file) {
        Path folder = Reference.real("cifar10_resnet20");
        try (Network blocks =
                        new BlockNetworks(Blocks.families())
                                .load(
                                        NetworkConfig.fromJson(CONFIG),
                                        WeightFiles.read(folder.resolve(file)),
                                        Device.cpu());
                Network archive =
                        TorchScriptNetwork.load(
                                folder.resolve("resnet20_scripted.pt"), Device.cpu());
                Explainer mine = new Explainer(blocks);
                Explainer theirs = new Explainer(archive)) {
            assertThat(names(blocks)).isEqualTo(names(archive));
            for (int i = 0; i < CLASSES.size(); i++) {
                String name = CLASSES.get(i);
                try (NDManager scope = blocks.newScope()) {
                    Inputs inputs = picture(scope, name);
                    Explanations found = explain(mine, inputs, i);
                    Explanations expected = explain(theirs, inputs, i);
                    assertClose(found.vector("", 0), expected.vector("", 0), 1e-5, name);
                    assertClose(map(found), map(expected), 1e-5, name);
                    // Java's and Pillow's JPEG decoders differ by a level here and there
                    Path numbers = folder.resolve("reference");
                    assertClose(
                            found.vector("", 0),
                            floats(numbers.resolve(name + "_0000.logits.npy")),
                            0.02,
                            name + " logits");
                    assertClose(
                            positive(map(found)),
                            floats(numbers.resolve(name + "_0000.gradcam.npy")),
                            0.05,
                            name + " map");
                }
            }
        }
    }

    private static List<String> names(Network network) {
        return network.layers().stream().map(Layer::name).toList();
    }

    private static Inputs picture(NDManager scope, String name) {
        Preprocessing preprocessing =
                new Preprocessing(
                        new Resize.None(),
                        Optional.empty(),
                        Filter.BILINEAR,
                        Channels.RGB,
                        ValueRange.ZERO_TO_ONE,
                        List.of(0.485, 0.456, 0.406),
                        List.of(0.229, 0.224, 0.225));
        Path file = Reference.real("cifar10_images/" + name + "/0000.jpg");
        PreparedPicture prepared = preprocessing.apply(new PictureReader().read(file));
        return Inputs.of(scope.create(prepared.channelsFirst(), new Shape(1, 3, 32, 32)));
    }

    private static Explanations explain(Explainer explainer, Inputs inputs, int target) {
        return explainer.explain(
                inputs, ExplainRequest.of("layer3", ClassTarget.logit(target), new GradCam()));
    }

    private static float[] map(Explanations explanations) {
        return explanations.pictures().get(0).get(0).raw().get(0).toArray();
    }

    private static float[] positive(float[] values) {
        float[] found = values.clone();
        for (int i = 0; i < found.length; i++) {
            found[i] = Math.max(found[i], 0);
        }
        return found;
    }

    private static float[] floats(Path file) {
        return NpyFile.read(file).toFloats();
    }
}
