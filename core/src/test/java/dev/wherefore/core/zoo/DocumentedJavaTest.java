package dev.wherefore.core.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.modality.Classifications;
import ai.djl.modality.cv.Image;
import ai.djl.modality.cv.ImageFactory;
import ai.djl.modality.cv.transform.ToTensor;
import ai.djl.modality.cv.translator.ImageClassificationTranslator;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.Translator;
import dev.wherefore.core.explain.ExplainRequest;
import dev.wherefore.core.explain.Explainer;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.explain.Verdict;
import dev.wherefore.core.image.PictureReader;
import dev.wherefore.core.image.PreparedPicture;
import dev.wherefore.core.image.Preprocessing;
import dev.wherefore.core.method.GradCam;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.torchscript.TorchScriptNetwork;
import dev.wherefore.core.support.Reference;
import dev.wherefore.core.target.ClassTarget;
import dev.wherefore.core.target.Target;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The Java in the README and the documents, compiled and run. */
class DocumentedJavaTest {

    private static final Path MODEL =
            Reference.root().resolve("test-data/reference/tiny-resnet/traced.pt");
    private static final Path PHOTO =
            Reference.root().resolve("test-data/scenes/images/scene-000001.png");
    private static final List<String> NAMES =
            List.of("ant", "bus", "cat", "dog", "elk", "fox", "gnu", "hen", "ibis", "jay");

    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)\n```", Pattern.DOTALL);
    private static final Pattern SNIPPET =
            Pattern.compile(" +// snippet begins\n(.*?)\n +// snippet ends", Pattern.DOTALL);

    private static BufferedImage fiveLines(
            Path archive, Translator<Image, Classifications> translator, Path photo)
            throws Exception {
        // snippet begins
        Criteria<Image, Classifications> criteria =
                Criteria.builder()
                        .setTypes(Image.class, Classifications.class)
                        .optModelPath(archive)
                        .optTranslator(translator)
                        .build();
        try (ZooModel<Image, Classifications> model = criteria.loadModel();
                ModelExplainer explainer = ModelExplainer.of(model)) {
            return explainer.explain(ImageFactory.getInstance().fromFile(photo), "dog").overlay();
        }
        // snippet ends
    }

    private static Explanation anyNetwork(Path model, Path photo, String layer) {
        // snippet begins
        try (TorchScriptNetwork network = TorchScriptNetwork.load(model, Device.cpu());
                Explainer explainer = new Explainer(network);
                NDManager scope = network.newScope()) {
            PreparedPicture picture =
                    Preprocessing.imagenet().apply(new PictureReader().read(photo));
            Shape shape = new Shape(1, 3, picture.height(), picture.width());
            Inputs inputs = Inputs.of(scope.create(picture.channelsFirst(), shape));
            ExplainRequest request = ExplainRequest.of(layer, ClassTarget.logit(3), new GradCam());
            return explainer.explain(inputs, request).pictures().get(0).get(0);
        }
        // snippet ends
    }

    private static Target anyNumber() {
        // snippet begins
        Target inside =
                Target.of(
                        "sum of the scores of the first two classes",
                        outputs -> outputs.main().get(":, :2").sum(new int[] {1}));
        // snippet ends
        return inside;
    }

    private static Translator<Image, Classifications> translator() {
        return ImageClassificationTranslator.builder()
                .optSynset(NAMES)
                .addTransform(new ToTensor())
                .build();
    }

    @Test
    void aModelThatDjlLoadsIsExplainedInFiveLines() throws Exception {
        BufferedImage overlay = fiveLines(MODEL, translator(), PHOTO);
        Image photo = ImageFactory.getInstance().fromFile(PHOTO);
        assertThat(overlay.getWidth()).isEqualTo(photo.getWidth());
        BufferedImage plain = (BufferedImage) photo.getWrappedImage();
        boolean drawn = false;
        for (int x = 0; x < overlay.getWidth(); x++) {
            drawn |= overlay.getRGB(x, 128) != plain.getRGB(x, 128);
        }
        assertThat(drawn).isTrue();
    }

    @Test
    void anyNetworkIsExplainedAtALayer() {
        Explanation explanation = anyNetwork(MODEL, PHOTO, "layer3");
        assertThat(explanation.method()).isEqualTo("grad-cam");
        assertThat(explanation.layers()).containsExactly("layer3");
        assertThat(explanation.verdict()).isEqualTo(Verdict.EVIDENCE);
        assertThat(explanation.heat().height()).isEqualTo(224);
        assertThat(explanation.heat().width()).isEqualTo(224);
        assertThat(explanation.heat().max()).isBetween(0.999f, 1f);
        assertThat(explanation.rawMax()).isGreaterThan(explanation.rawMin());
    }

    @Test
    void anyNumberIsATarget() throws Exception {
        try (ZooModel<Image, Classifications> model =
                        Criteria.builder()
                                .setTypes(Image.class, Classifications.class)
                                .optModelPath(MODEL)
                                .optTranslator(translator())
                                .build()
                                .loadModel();
                ModelExplainer explainer = ModelExplainer.of(model)) {
            Image photo = ImageFactory.getInstance().fromFile(PHOTO);
            float both = explainer.explain(photo, anyNumber(), new GradCam()).explanation().score();
            float first = explainer.explain(photo, "ant").explanation().score();
            float second = explainer.explain(photo, "bus").explanation().score();
            assertThat(both).isBetween(first + second - 1e-4f, first + second + 1e-4f);
        }
    }

    @Test
    void theDocumentsHoldTheJavaThatIsRunHere() throws IOException {
        String source =
                read(
                        Reference.root()
                                .resolve(
                                        "core/src/test/java/dev/wherefore/core/zoo/DocumentedJavaTest.java"));
        List<String> run = new ArrayList<>();
        Matcher snippets = SNIPPET.matcher(source);
        while (snippets.find()) {
            run.add(snippets.group(1).stripIndent());
        }
        List<String> documented = new ArrayList<>();
        for (Path document : documents()) {
            Matcher blocks = BLOCK.matcher(read(document));
            while (blocks.find()) {
                documented.add(blocks.group(1));
            }
        }
        assertThat(documented).hasSizeGreaterThanOrEqualTo(3).hasSameElementsAs(run);
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.list(Reference.root().resolve("docs"))) {
            return Stream.concat(
                            Stream.of(Reference.root().resolve("README.md")),
                            docs.filter(file -> file.toString().endsWith(".md")))
                    .toList();
        }
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file).replace("\r\n", "\n");
    }
}
