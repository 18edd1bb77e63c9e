package dev.wherefore.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.wherefore.core.method.FullGrad;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.torchscript.EditedArchive;
import dev.wherefore.core.network.torchscript.TorchScriptNetwork;
import dev.wherefore.core.support.Reference;
import dev.wherefore.core.target.ClassTarget;
import dev.wherefore.core.target.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FullGrad's numbers add up to the score, in networks that are linear piece by piece. */
class FullGradTest {

    private static Explanations explain(Network network, Inputs inputs, List<Target> targets) {
        try (Explainer explainer = new Explainer(network)) {
            return explainer.explain(
                    inputs,
                    new ExplainRequest(
                            List.<LayerRun>of(),
                            Layout.AUTO,
                            targets,
                            List.of(new FullGrad()),
                            Fusion.MEAN,
                            false));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "tiny-resnet, traced.pt", "tiny-resnet, scripted.pt",
        "tiny-vgg, traced.pt", "tiny-vgg, scripted.pt"
    })
    void addsUpToTheScoreOfEachTarget(String name, String file) {
        Reference reference = Reference.of(name);
        try (Network network = TorchScriptNetwork.load(reference.path(file), Device.cpu());
                NDManager scope = network.newScope()) {
            Inputs inputs = Inputs.of(reference.input(scope));
            List<Target> targets = List.of(ClassTarget.logit(1), ClassTarget.logit(3));
            for (List<Explanation> picture : explain(network, inputs, targets).pictures()) {
                for (Explanation found : picture) {
                    float tolerance = 1e-4f * Math.max(1, Math.abs(found.score()));
                    assertThat(found.completenessError().orElseThrow())
                            .isBetween(-tolerance, tolerance);
                }
                // the biases matter: without them the sum would be far off
                assertThat(picture.get(0).raw().get(0).toArray())
                        .isNotEqualTo(picture.get(1).raw().get(0).toArray());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"traced.pt", "scripted.pt"})
    void isNotCompleteBehindAttentionAndSaysByHowMuch(String file) {
        Reference reference = Reference.of("tiny-vit");
        try (Network network = TorchScriptNetwork.load(reference.path(file), Device.cpu());
                NDManager scope = network.newScope()) {
            Inputs inputs = Inputs.of(reference.input(scope));
            Explanation found =
                    explain(network, inputs, List.of(ClassTarget.logit(2)))
                            .pictures()
                            .get(0)
                            .get(0);
            assertThat(Math.abs(found.completenessError().orElseThrow())).isGreaterThan(1e-3f);
        }
    }

    @ParameterizedTest
    @CsvSource({"traced.pt", "scripted.pt"})
    void biasesAreThoseOfLayersThatHaveSome(String file) {
        Reference reference = Reference.of("tiny-resnet");
        try (Network network = TorchScriptNetwork.load(reference.path(file), Device.cpu());
                NDManager scope = network.newScope()) {
            Map<String, NDArray> biases = network.biases(scope);
            assertThat(biases).containsKeys("bn1", "layer3.0.bn2", "fc");
            assertThat(biases).doesNotContainKey("conv1");
            assertThat(biases.values()).allMatch(bias -> bias.getShape().dimension() == 1);
        }
    }

    /** Networks that came from TensorFlow have another ε in their normalisation. */
    @ParameterizedTest
    @CsvSource({"traced.pt", "scripted.pt"})
    void addsUpWhateverTheNormalisationsEpsilon(String file, @TempDir Path folder)
            throws IOException {
        Reference reference = Reference.of("tiny-resnet");
        Path edited =
                EditedArchive.write(
                        reference.path(file),
                        folder.resolve(file),
                        Map.of("1\\.0000000000000001e-05", "0.25"));
        try (Network network = TorchScriptNetwork.load(edited, Device.cpu());
                NDManager scope = network.newScope()) {
            Inputs inputs = Inputs.of(reference.input(scope));
            Explanation found =
                    explain(network, inputs, List.of(ClassTarget.logit(1)))
                            .pictures()
                            .get(0)
                            .get(0);
            float tolerance = 1e-4f * Math.max(1, Math.abs(found.score()));
            assertThat(found.completenessError().orElseThrow()).isBetween(-tolerance, tolerance);
        }
    }
}
