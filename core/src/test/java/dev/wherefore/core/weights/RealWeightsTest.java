package dev.wherefore.core.weights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wherefore.core.support.Reference;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that were not made for these tests. */
class RealWeightsTest {

    @ParameterizedTest
    @CsvSource({"tiny-resnet, 92", "tiny-vgg, 12", "tiny-vit, 44"})
    void theTwoFormatsOfAReferenceCaseHoldTheSame(String name, int tensors) {
        StateDict zip = WeightFiles.read(Reference.file(name + "/weights.pth"));
        assertThat(zip.tensors()).hasSize(tensors);
        Same.assertSame(zip, WeightFiles.read(Reference.file(name + "/weights.safetensors")));
    }

    @Test
    void theCheckpointOfACifarResNetHoldsWhatItsSafetensorsFileHolds() {
        Path folder = Reference.real("cifar10_resnet20");
        StateDict legacy = WeightFiles.read(folder.resolve("resnet20-12fca82f.th"));
        StateDict weights = WeightFiles.read(folder.resolve("resnet20.safetensors"));
        assertThat(weights.tensors()).hasSize(116);
        Same.assertSame(legacy, withoutCounters(weights));
    }

    /** The checkpoint is older than the counters of batches. */
    private static StateDict withoutCounters(StateDict weights) {
        Map<String, WeightTensor> kept = new LinkedHashMap<>(weights.tensors());
        kept.keySet().removeIf(n -> n.endsWith("num_batches_tracked"));
        return new StateDict(weights.source(), kept, weights.metadata());
    }
}
