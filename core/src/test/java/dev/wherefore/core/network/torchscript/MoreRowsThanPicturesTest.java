package dev.wherefore.core.network.torchscript;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.google.inject.Guice;
import dev.wherefore.core.explain.ExplainRequest;
import dev.wherefore.core.explain.Explainer;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.explain.Fusion;
import dev.wherefore.core.explain.Layout;
import dev.wherefore.core.method.Method;
import dev.wherefore.core.method.MethodModule;
import dev.wherefore.core.method.Methods;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.target.ClassTarget;
import dev.wherefore.core.target.Target;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Several targets explained together give what each gives alone, whatever a network does behind the
 * layer with what it kept from before it.
 */
class MoreRowsThanPicturesTest {

    private final Method gradCam =
            Guice.createInjector(new MethodModule()).getInstance(Methods.class).get("grad-cam");

    @ParameterizedTest(name = "{0}, {1} pictures, {2}")
    @CsvSource({
        "rows-skip.scripted, 1, layer",
        "rows-skip.scripted, 2, layer",
        "rows-cat.scripted, 1, layer",
        "rows-cat.scripted, 2, layer",
        "rows-in-place.scripted, 1, layer",
        "rows-in-place.scripted, 2, layer",
        "rows-size-read.scripted, 1, layer",
        "rows-size-read.scripted, 2, layer",
        "rows-fold.scripted, 1, layer",
        "rows-fold.scripted, 2, layer",
        "rows-fixed.traced, 2, layer",
        "rows-fixed-1.traced, 1, layer",
        "in-place-add.scripted, 1, conv1",
        "in-place-add.scripted, 2, conv2",
        "pre-activation.scripted, 1, block1.conv",
        "pre-activation.scripted, 2, block1.conv",
        "repeated.scripted, 1, again.conv#2",
        "repeated.traced, 2, again#1",
        "mutates-its-input.scripted, 2, conv1"
    })
    void targetsTogetherEqualTargetsAlone(String name, int pictures, String layer) {
        try (TorchScriptNetwork network =
                        TorchScriptNetwork.load(Fixture.of(name).path(), Device.cpu());
                Explainer explainer = new Explainer(network);
                NDManager scope = network.newScope()) {
            Inputs inputs = inputs(scope, name, pictures);
            List<List<Explanation>> together =
                    explainer.explain(inputs, request(layer, List.of(2, 0, 1))).pictures();
            for (int t = 0; t < 3; t++) {
                int target = List.of(2, 0, 1).get(t);
                List<List<Explanation>> alone =
                        explainer.explain(inputs, request(layer, List.of(target))).pictures();
                for (int b = 0; b < pictures; b++) {
                    String what = name + " picture " + b + " class " + target;
                    Explanation one = together.get(b).get(t);
                    Explanation other = alone.get(b).get(0);
                    float[] expected = other.raw().get(0).toArray();
                    assertClose(one.raw().get(0).toArray(), expected, 1e-5, what);
                    assertClose(new float[] {one.score()}, new float[] {other.score()}, 1e-5, what);
                    assertThat(expected).as(what).hasSize(16);
                }
            }
        }
    }

    private static Inputs inputs(NDManager scope, String name, int pictures) {
        float[] values = new float[pictures * 48];
        Random random = new Random(5);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        NDArray image = scope.create(values, new Shape(pictures, 3, 4, 4));
        return name.startsWith("mutates")
                ? new Inputs(
                        List.of(List.of(image), List.of(scope.ones(new Shape(pictures, 3)))), 0)
                : Inputs.of(image);
    }

    private ExplainRequest request(String layer, List<Integer> classes) {
        List<Target> targets = classes.stream().<Target>map(ClassTarget::logit).toList();
        return new ExplainRequest(
                List.of(LayerRun.parse(layer)),
                Layout.AUTO,
                targets,
                List.of(gradCam),
                Fusion.MEAN,
                false);
    }
}
