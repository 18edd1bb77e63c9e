package dev.wherefore.core.weights;

import static dev.wherefore.core.weights.Fixture.tensor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TorchFilesTest {

    @ParameterizedTest
    @ValueSource(strings = {"zip.pth", "legacy.pth", "no-checksums.pth"})
    void aStateDictIsWhatSafetensorsHasInTheOrderOfTheFile(String name) {
        StateDict weights = Fixture.read(name);
        assertThat(weights.source()).endsWith(name);
        assertThat(weights.tensors().keySet())
                .containsExactly("conv.weight", "conv.bias", "bn.num_batches_tracked");
        Same.assertSame(weights, Fixture.read("plain.safetensors"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"types-zip.pth", "types-legacy.pth"})
    void everyTypeIsReadAsTheNearestFloats(String name) {
        Types.assertRead(Fixture.read(name));
        Same.assertSame(Fixture.read(name), Fixture.read("types.safetensors"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"views-zip.pth", "views-legacy.pth"})
    void viewsIntoOneStorageAreReadAtTheirStridesAndOffsets(String name) {
        StateDict weights = Fixture.read(name);
        float[] all = new float[24];
        for (int i = 0; i < 24; i++) {
            all[i] = i;
        }
        assertTensor(weights, "all", new Shape(24), all);
        assertTensor(weights, "again", new Shape(24), all);
        assertTensor(weights, "tail", new Shape(4), 20, 21, 22, 23);
        assertTensor(weights, "scalar", new Shape(), 5);
        assertTensor(weights, "none", new Shape(0));
        assertTensor(
                weights, "every_other", new Shape(12), 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23);
        assertTensor(weights, "inner", new Shape(2, 2, 2), 4, 7, 8, 11, 16, 19, 20, 23);
        float[] transposed = new float[24];
        float[] permuted = new float[24];
        for (int i = 0; i < 24; i++) {
            transposed[i] = i % 4 * 6 + i / 4;
            permuted[i] = i / 6 + i % 6 * 4;
        }
        assertTensor(weights, "transposed", new Shape(6, 4), transposed);
        assertTensor(weights, "permuted", new Shape(4, 2, 3), permuted);
    }

    private static void assertTensor(StateDict weights, String name, Shape shape, float... values) {
        assertThat(tensor(weights, name).shape()).as(name).isEqualTo(shape);
        assertThat(tensor(weights, name).toFloats()).as(name).isEqualTo(values);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"checkpoint-zip.pth", "checkpoint-legacy.pth", "parameters-protocol4.pth"})
    void aNetworkIsFoundAmongWhatATrainingKeepsWithoutDataParallelsPrefix(String name) {
        StateDict weights = Fixture.read(name);
        assertThat(weights.tensors().keySet()).containsExactly("0.weight", "0.bias");
        assertTensor(weights, "0.weight", new Shape(2, 2), 0, 1, 2, 3);
        assertTensor(weights, "0.bias", new Shape(2), 10, 11);
    }

    @Test
    void severalNetworksAreRefusedWithTheirKeys() {
        assertRefused(
                "two.pth",
                "has several dicts of tensors, and none under a usual name; its keys are 'epoch',"
                        + " 'generator', 'critic'; save the network's state_dict alone");
    }

    @Test
    void aFileWithoutTensorsIsRefusedWithItsKeys() {
        assertRefused(
                "no-tensors.pth",
                "holds no dict of tensors; its keys are 'epoch', 'lr'; save model.state_dict()");
    }

    @Test
    void anExpandedViewIsRefused() {
        assertRefused(
                "expanded.pth",
                "tensor 'expanded' has 1000 values, and its storage 1; save tensor.contiguous() if"
                        + " it is an expanded view");
    }

    @Test
    void aWholeNetworkIsRefusedByTheNameOfItsClass() {
        String advice =
                " object; only tensors and containers are read, and nothing is executed; save"
                        + " model.state_dict() instead";
        assertRefused(
                "whole-network.pth", "holds a 'torch.nn.modules.container.Sequential'" + advice);
        assertRefused(
                "whole-network-legacy.pth", "holds a 'torch.nn.modules.linear.Identity'" + advice);
    }

    @Test
    void aProgramIsToldToBeLoadedAsAModel() {
        assertRefused(
                "script.pt",
                "is a TorchScript program, which is loaded as a model by its path and needs no"
                        + " file of weights; save model.state_dict() for the weights alone");
    }

    @Test
    void aPlainPickleIsRefused() {
        assertRefused("plain.pkl", "is a pickle that torch.save did not write; weights are read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil-system.pth", "evil-eval-legacy.pth"})
    void aPickleThatAsksToRunACommandIsRefusedAndNothingRuns(String name) {
        assertRefused(name, name.contains("eval") ? "'__builtin__.eval'" : "'posix.system'");
        assertThat(Path.of("wherefore-was-here")).doesNotExist();
    }

    private static void assertRefused(String name, String why) {
        assertThatThrownBy(() -> Fixture.read(name))
                .satisfies(Fixture.sentence(name))
                .hasMessageContaining(why);
    }
}
