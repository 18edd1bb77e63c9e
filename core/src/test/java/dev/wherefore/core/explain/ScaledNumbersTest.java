package dev.wherefore.core.explain;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import com.google.inject.Guice;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.method.MethodModule;
import dev.wherefore.core.method.Methods;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.torchscript.TorchScriptNetwork;
import dev.wherefore.core.support.Reference;
import dev.wherefore.core.target.ClassTarget;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The maps of which the grad-cam package gives the heatmaps alone, by the package's scaling. The
 * reference's {@code finer-cam} is not among them: it was made with a class target, with which the
 * package falls back on Grad-CAM, whose numbers it holds.
 */
class ScaledNumbersTest {

    private static final List<String> METHODS =
            List.of(
                    "eigen-cam",
                    "eigen-grad-cam",
                    "seg-eigen-cam",
                    "kpca-cam",
                    "fem",
                    "full-grad",
                    "shapley-cam");

    /** The package leaves these maps' signs to chance, for each picture anew. */
    private static final Set<String> EITHER_SIGN =
            Set.of("eigen-cam", "eigen-grad-cam", "kpca-cam");

    private final Methods methods =
            Guice.createInjector(new MethodModule()).getInstance(Methods.class);

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "tiny-resnet, traced.pt, layer3, 3, 6, 7",
        "tiny-resnet, scripted.pt, layer3, 3, 6, 7",
        "tiny-vgg, traced.pt, features.9, 5, 2, 7",
        "tiny-vgg, scripted.pt, features.9, 5, 2, 7",
        "tiny-vit, traced.pt, blocks.1.norm1, 2, 2, 4",
        "tiny-vit, scripted.pt, blocks.1.norm1, 2, 2, 4"
    })
    void heatmapsAgreeWithTheReference(
            String name, String file, String layer, int target, int bundled, int whole) {
        Reference reference = Reference.of(name);
        int compared = 0;
        try (TorchScriptNetwork network =
                        TorchScriptNetwork.load(reference.path(file), Device.cpu());
                Explainer explainer = new Explainer(network);
                NDManager scope = network.newScope()) {
            Inputs inputs = Inputs.of(reference.input(scope));
            for (String method : METHODS) {
                String array = layer + "/scaled/" + method;
                if (reference.has(array)) {
                    ExplainRequest request =
                            ExplainRequest.of(
                                    layer, ClassTarget.logit(target), methods.get(method));
                    List<List<Explanation>> found = explainer.explain(inputs, request).pictures();
                    float[] expected = reference.floats(array);
                    int size = expected.length / found.size();
                    for (int picture = 0; picture < found.size(); picture++) {
                        float[] own =
                                Arrays.copyOfRange(expected, picture * size, (picture + 1) * size);
                        assertAgrees(found.get(picture).get(0), own, array + " " + picture);
                    }
                    compared++;
                }
            }
        }
        assertThat(compared).isIn(bundled, whole);
    }

    private static void assertAgrees(Explanation found, float[] expected, String what) {
        float[] heat = found.heat().toArray();
        if (EITHER_SIGN.contains(found.method())) {
            Plane other = found.raw().get(0).map(value -> Math.max(-value, 0));
            float[] turned =
                    new GradCamScaling().heat(List.of(other), Fusion.MEAN, 96, 96).toArray();
            heat = distance(turned, expected) < distance(heat, expected) ? turned : heat;
        }
        assertClose(heat, expected, 1e-4, what);
    }

    private static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum;
    }
}
