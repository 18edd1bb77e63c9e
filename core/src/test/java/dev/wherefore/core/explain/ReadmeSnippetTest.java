package dev.wherefore.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.image.PictureReader;
import dev.wherefore.core.image.PreparedPicture;
import dev.wherefore.core.image.Preprocessing;
import dev.wherefore.core.method.GradCam;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.torchscript.TorchScriptNetwork;
import dev.wherefore.core.support.Reference;
import dev.wherefore.core.target.ClassTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The Java in the README. */
class ReadmeSnippetTest {

    private static final String BEGIN = "        // README begins\n";
    private static final String END = "        // README ends\n";

    private static Explanation snippet(Path model, Path photo, String layer) {
        // README begins
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
        // README ends
    }

    @Test
    void theReadmesJavaExplainsAPicture() {
        Explanation explanation =
                snippet(
                        Reference.root().resolve("test-data/reference/tiny-resnet/traced.pt"),
                        Reference.root().resolve("test-data/scenes/images/scene-000001.png"),
                        "layer3");
        assertThat(explanation.method()).isEqualTo("grad-cam");
        assertThat(explanation.layers()).containsExactly("layer3");
        assertThat(explanation.verdict()).isEqualTo(Verdict.EVIDENCE);
        assertThat(explanation.heat().height()).isEqualTo(224);
        assertThat(explanation.heat().width()).isEqualTo(224);
        assertThat(explanation.heat().max()).isBetween(0.999f, 1f);
        assertThat(explanation.rawMax()).isGreaterThan(explanation.rawMin());
    }

    @Test
    void theReadmeHoldsTheTextThatIsRunHere() throws IOException {
        String source =
                read("core/src/test/java/dev/wherefore/core/explain/ReadmeSnippetTest.java");
        int begin = source.indexOf(BEGIN) + BEGIN.length();
        String snippet =
                source.substring(begin, source.indexOf(END, begin)).stripTrailing().stripIndent();
        assertThat(snippet).contains("explainer.explain(");
        assertThat(read("README.md")).contains("```java\n" + snippet + "\n```\n");
    }

    private static String read(String file) throws IOException {
        return Files.readString(Reference.root().resolve(file)).replace("\r\n", "\n");
    }
}
