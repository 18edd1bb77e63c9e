package dev.wherefore.core.network.block;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.Pass;
import dev.wherefore.core.network.PassRequest;
import dev.wherefore.core.support.FormulaWeights;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same numbers on the first GPU, where there is one. */
@Tag("gpu")
class BlockNetworkOnGpuTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                Blocks.TINY_RESNET,
                Blocks.TINY_VGG,
                Blocks.TINY_BOTTLENECK,
                Blocks.TINY_CIFAR
            })
    void aPassOnTheGpuGivesTheNumbersOfTheCpu(String json) {
        Assumptions.assumeTrue(
                Engine.getInstance().getGpuCount() > 0,
                "skipped: PyTorch finds no GPU; build with -P cuda on a machine that has one");
        NetworkConfig config = NetworkConfig.fromJson(json);
        try (Network cpu = Blocks.network(json);
                Network gpu =
                        new BlockNetworks(Blocks.families())
                                .load(
                                        config,
                                        FormulaWeights.of(
                                                Blocks.families()
                                                        .create(config)
                                                        .parameters()
                                                        .expectedShapes()),
                                        Device.gpu(0))) {
            List<LayerRun> taps = List.of(LayerRun.parse(cpu.layers().get(0).name()));
            float[][] expected = pass(cpu, config.channels(), taps);
            float[][] found = pass(gpu, config.channels(), taps);
            assertThat(gpu.device()).isEqualTo(Device.gpu(0));
            assertClose(found[0], expected[0], 1e-2, "logits");
            assertClose(found[1], expected[1], 1e-2, "activation");
        }
    }

    private static float[][] pass(Network network, int channels, List<LayerRun> taps) {
        try (NDManager scope = network.newScope()) {
            Shape shape = new Shape(2, channels, 48, 40);
            Inputs inputs = Inputs.of(scope.create(FormulaWeights.values("picture", shape), shape));
            Pass pass = network.run(scope, inputs, PassRequest.tap(taps, 1));
            return new float[][] {
                pass.outputs().main().toFloatArray(), pass.taps().get(0).activation().toFloatArray()
            };
        }
    }
}
