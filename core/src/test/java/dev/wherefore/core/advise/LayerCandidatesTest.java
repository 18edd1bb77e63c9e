package dev.wherefore.core.advise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LayerCandidatesTest {

    @Test
    void theBlocksOfAResNet() {
        List<String> all =
                List.of(
                        "conv1",
                        "relu",
                        "layer1.0.conv1",
                        "layer1.0",
                        "layer1",
                        "layer2.0",
                        "layer2",
                        "layer3");
        assertThat(LayerCandidates.of(all))
                .containsExactly("conv1", "relu", "layer1", "layer2", "layer3");
    }

    @Test
    void aTrunkIsLookedInto() {
        List<String> all = List.of("net.a", "net.b.x", "net.b", "net.c", "net.d", "net");
        assertThat(LayerCandidates.of(all))
                .containsExactly("net.a", "net.b", "net.c", "net.d", "net");
    }

    @Test
    void ofManySomeEvenlySpreadAndTheLast() {
        List<String> all = IntStream.range(0, 31).mapToObj(i -> "features." + i).toList();
        List<String> some = LayerCandidates.of(all);
        assertThat(some).hasSize(12).startsWith("features.0").endsWith("features.30");
        assertThat(some).doesNotHaveDuplicates();
        assertThat(LayerCandidates.of(List.of("a", "b.c"))).containsExactly("a", "b.c");
        assertThat(LayerCandidates.of(List.of())).isEmpty();
    }

    @Test
    void theLargestGapIsFirstAndWhatGivesNoMapIsLast() {
        List<LayerAdvice> ranked =
                Advice.ranked(
                        List.of(
                                advice("first", 0.5),
                                LayerAdvice.refused("refused", "it gives a tuple"),
                                advice("second", 0.7),
                                advice("third", 0.5)));
        assertThat(ranked)
                .extracting(LayerAdvice::layer)
                .containsExactly("second", "third", "first", "refused");
        assertThat(ranked)
                .extracting(LayerAdvice::rank)
                .containsExactly(
                        Optional.of(1), Optional.of(2), Optional.of(3), Optional.<Integer>empty());
    }

    private static LayerAdvice advice(String layer, double gap) {
        return new LayerAdvice(layer, Optional.empty(), 6, 6, 1, gap, 0, 0, 0, List.of());
    }
}
