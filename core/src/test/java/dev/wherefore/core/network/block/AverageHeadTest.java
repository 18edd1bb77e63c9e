package dev.wherefore.core.network.block;

import static dev.wherefore.core.support.Closeness.assertClose;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.explain.ExplainRequest;
import dev.wherefore.core.explain.Explainer;
import dev.wherefore.core.method.GradCam;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.PassRequest;
import dev.wherefore.core.support.FormulaWeights;
import dev.wherefore.core.target.ClassTarget;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Where the head is linear in the averages of the last features, Grad-CAM is the class activation
 * map over the number of places: Zhou et al., 2016, arXiv 1512.04150; Selvaraju et al., section
 * 3.1.
 */
class AverageHeadTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({"resnet, fc", "cifar-resnet, linear"})
    void gradCamIsTheClassActivationMap(String family, String head) {
        String json =
                "{\"family\": \"%s\", \"classes\": 5, \"channels\": 3, \"widths\": [4, 6], \"blocks\": [1, 1]}"
                        .formatted(family);
        NetworkBlock block = Blocks.block(json);
        try (Network network = Blocks.network(json);
                Explainer explainer = new Explainer(network);
                NDManager scope = network.newScope()) {
            Shape shape = new Shape(1, 3, 40, 40);
            Inputs inputs = Inputs.of(scope.create(FormulaWeights.values("x", shape), shape));
            PassRequest tap = PassRequest.tap(List.of(LayerRun.parse("layer2")), 1);
            float[] features =
                    network.run(scope, inputs, tap).taps().get(0).activation().toFloatArray();
            Shape headShape =
                    java.util.Objects.requireNonNull(
                            block.parameters().expectedShapes().get(head + ".weight"));
            float[] weight = FormulaWeights.values(head + ".weight", headShape);
            int places = features.length / 6;
            for (int target = 0; target < 5; target++) {
                float[] expected = new float[places];
                for (int place = 0; place < places; place++) {
                    for (int k = 0; k < 6; k++) {
                        expected[place] +=
                                weight[target * 6 + k] * features[k * places + place] / places;
                    }
                }
                float[] found =
                        explainer
                                .explain(
                                        inputs,
                                        ExplainRequest.of(
                                                "layer2", ClassTarget.logit(target), new GradCam()))
                                .pictures()
                                .get(0)
                                .get(0)
                                .raw()
                                .get(0)
                                .toArray();
                assertClose(found, expected, 1e-5, "class " + target);
            }
        }
    }
}
