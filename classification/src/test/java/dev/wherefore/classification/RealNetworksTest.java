package dev.wherefore.classification;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wherefore.core.experiment.NpyFile;
import dev.wherefore.core.experiment.Prediction;
import dev.wherefore.core.explain.ExplainRequest;
import dev.wherefore.core.explain.Explainer;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.explain.Fusion;
import dev.wherefore.core.explain.Layout;
import dev.wherefore.core.image.Channels;
import dev.wherefore.core.image.Filter;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.image.PictureReader;
import dev.wherefore.core.image.Preprocessing;
import dev.wherefore.core.image.Resampling;
import dev.wherefore.core.image.Resize;
import dev.wherefore.core.image.Size;
import dev.wherefore.core.image.ValueRange;
import dev.wherefore.core.method.GradCam;
import dev.wherefore.core.method.GradCamPlusPlus;
import dev.wherefore.core.method.HiResCam;
import dev.wherefore.core.method.LayerCam;
import dev.wherefore.core.method.Method;
import dev.wherefore.core.method.XGradCam;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.torchscript.TorchScriptNetwork;
import dev.wherefore.core.support.Reference;
import dev.wherefore.core.target.ClassTarget;
import dev.wherefore.core.target.Labels;
import dev.wherefore.core.target.Likelihood;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks and photographs that nobody here made give what was recorded of them elsewhere. */
class RealNetworksTest {

    private static final Map<String, Method> METHODS =
            Map.of(
                    "GradCAM", new GradCam(),
                    "GradCAMPlusPlus", new GradCamPlusPlus(),
                    "LayerCAM", new LayerCam(),
                    "HiResCAM", new HiResCam(),
                    "XGradCAM", new XGradCam());

    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mobilenet_v2_100_224/mobilenet_v2_100_224_traced.pt",
                "mobilenet_v2_100_224/mobilenet_v2_100_224_scripted.pt",
                "squeezenet1_0/squeezenet1_0_traced.pt",
                "squeezenet1_0/squeezenet1_0_scripted.pt"
            })
    void recordedInputsGiveTheRecordedMaps(String file) throws IOException {
        Path archive = Reference.real(file);
        Path folder = archive.resolveSibling("");
        JsonNode reference = json.readTree(archive.resolveSibling("reference.json").toFile());
        JsonNode published =
                json.readTree(archive.resolveSibling("reference_pytorch_grad_cam.json").toFile());
        try (TorchScriptNetwork network = TorchScriptNetwork.load(archive, Device.cpu());
                Explainer explainer = new Explainer(network)) {
            for (Map.Entry<String, JsonNode> picture : reference.properties()) {
                JsonNode expected = picture.getValue().path("gradcam");
                String stem = picture.getKey().replaceAll("\\.\\w+$", "");
                Explanation found =
                        explain(
                                explainer,
                                network,
                                folder.resolve("reference/" + stem + ".input.npy"),
                                expected.path("layer").asText(),
                                expected.path("class").asInt(),
                                new GradCam());
                float[] positive = found.raw().get(0).map(v -> Math.max(v, 0)).toArray();
                Path map = folder.resolve(expected.path("file").asText());
                assertClose(positive, NpyFile.read(map).toFloats(), 1e-3, stem);
            }
            int compared = 0;
            for (Map.Entry<String, JsonNode> picture : published.path("maps").properties()) {
                String stem = picture.getKey().replaceAll("\\.\\w+$", "");
                for (Map.Entry<String, JsonNode> byClass : picture.getValue().properties()) {
                    for (Map.Entry<String, Method> method : METHODS.entrySet()) {
                        Explanation found =
                                explain(
                                        explainer,
                                        network,
                                        folder.resolve("reference/" + stem + ".input.npy"),
                                        published.path("layer").asText(),
                                        Integer.parseInt(byClass.getKey()),
                                        method.getValue());
                        String map = byClass.getValue().path(method.getKey()).asText();
                        float[] expected = NpyFile.read(folder.resolve(map)).toFloats();
                        assertClose(found.heat().toArray(), expected, 1e-3, map);
                        compared++;
                    }
                }
            }
            assertThat(compared).isGreaterThanOrEqualTo(25);
        }
    }

    private Explanation explain(
            Explainer explainer,
            TorchScriptNetwork network,
            Path input,
            String layer,
            int target,
            Method method) {
        try (NDManager scope = network.newScope()) {
            Inputs inputs = Inputs.of(Reference.ndarray(scope, NpyFile.read(input)));
            ExplainRequest request = ExplainRequest.of(layer, ClassTarget.logit(target), method);
            return explainer.explain(inputs, request).pictures().get(0).get(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mobilenet_v2_100_224", "squeezenet1_0"})
    void photographsGiveTheRecordedTopFive(String name) throws IOException {
        Path folder = Reference.real(name);
        JsonNode preprocess = json.readTree(folder.resolve("preprocess.json").toFile());
        JsonNode reference = json.readTree(folder.resolve("reference.json").toFile());
        int side = preprocess.path("width").asInt();
        Preprocessing squash =
                preprocessing(preprocess, new Resize.Squash(side, side), Optional.empty());
        Preprocessing cropped = preprocessing(preprocess, new Resize.None(), Optional.empty());
        try (Network network =
                        TorchScriptNetwork.load(folder.resolve(name + "_traced.pt"), Device.cpu());
                Classifier squashing = classifier(folder, network, preprocess, squash);
                Classifier cropping = classifier(folder, network, preprocess, cropped)) {
            for (Map.Entry<String, JsonNode> entry : reference.properties()) {
                Picture picture =
                        new PictureReader().read(Reference.real("photos/" + entry.getKey()));
                assertTopFive(
                        predictions(squashing, picture),
                        entry.getValue().path("squash"),
                        entry.getKey() + " squash");
                assertTopFive(
                        predictions(cropping, recordedCrop(picture, side)),
                        entry.getValue().path("crop"),
                        entry.getKey() + " crop");
            }
        }
    }

    /**
     * The crop as it was recorded: the longer side rounded and the crop's corner rounded down,
     * where torchvision, and so {@link Preprocessing}, rounds the side down and the corner to even.
     */
    private static Picture recordedCrop(Picture picture, int side) {
        double scale = (side + 32.0) / Math.min(picture.height(), picture.width());
        int height = (int) Math.round(picture.height() * scale);
        int width = (int) Math.round(picture.width() * scale);
        Picture resized = Resampling.resize(picture, height, width, Filter.BILINEAR);
        BufferedImage part =
                resized.toBufferedImage()
                        .getSubimage((width - side) / 2, (height - side) / 2, side, side);
        return Picture.of(part, picture.name());
    }

    private static void assertTopFive(List<Prediction> found, JsonNode expected, String what) {
        assertThat(expected.size()).as(what).isEqualTo(5);
        List<Integer> order = new ArrayList<>();
        expected.forEach(e -> order.add(e.path("index").asInt()));
        assertThat(found.stream().limit(5).map(Prediction::index).toList())
                .as(what)
                .isEqualTo(order);
        for (int i = 0; i < 5; i++) {
            assertThat((double) found.get(i).probability())
                    .as(what + " " + found.get(i).label())
                    .isCloseTo(expected.get(i).path("prob").asDouble(), within(0.005));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"resnet20_traced.pt", "resnet20_scripted.pt"})
    void smallPhotographsAreClassifiedAsRecorded(String file) throws IOException {
        Path folder = Reference.real("cifar10_resnet20");
        JsonNode preprocess = json.readTree(folder.resolve("preprocess.json").toFile());
        JsonNode reference = json.readTree(folder.resolve("reference.json").toFile());
        Preprocessing none = preprocessing(preprocess, new Resize.None(), Optional.empty());
        try (Network network = TorchScriptNetwork.load(folder.resolve(file), Device.cpu());
                Classifier classifier = classifier(folder, network, preprocess, none)) {
            for (Map.Entry<String, JsonNode> picture : reference.path("predictions").properties()) {
                Path photograph = Reference.real("cifar10_images/" + picture.getKey());
                Prediction top =
                        predictions(classifier, new PictureReader().read(photograph)).get(0);
                assertThat(top.label()).isEqualTo(picture.getValue().path("pred").asText());
                assertThat((double) top.probability())
                        .isCloseTo(picture.getValue().path("prob").asDouble(), within(0.005));
            }
        }
    }

    private static List<Prediction> predictions(Classifier classifier, Picture picture) {
        return classifier.explain(List.of(picture)).get(0).predictions();
    }

    private static Classifier classifier(
            Path folder, Network network, JsonNode preprocess, Preprocessing preprocessing) {
        ClassScores scores =
                new ClassScores(
                        "",
                        Likelihood.SOFTMAX,
                        Labels.read(folder.resolve("labels.txt"), Labels.Sort.CLASS));
        ClassificationTarget top = ClassificationTarget.top(0);
        ExplainRequest request =
                new ExplainRequest(
                        List.of(LayerRun.parse(preprocess.path("target_layer").asText())),
                        Layout.AUTO,
                        List.of(top.toTarget(scores.labels(), scores.likelihood(), "")),
                        List.of(new GradCam()),
                        Fusion.MEAN,
                        false);
        return new Classifier(network, preprocessing, scores, List.of(top), request, List.of());
    }

    private static Preprocessing preprocessing(JsonNode json, Resize resize, Optional<Size> crop) {
        return new Preprocessing(
                resize,
                crop,
                Filter.BILINEAR,
                Channels.RGB,
                ValueRange.ZERO_TO_ONE,
                numbers(json.path("mean")),
                numbers(json.path("std")));
    }

    private static List<Double> numbers(JsonNode array) {
        List<Double> numbers = new ArrayList<>();
        array.forEach(n -> numbers.add(n.asDouble()));
        return numbers;
    }
}
