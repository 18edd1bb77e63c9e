package dev.wherefore.core.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeightMatchTest {

    private static final Map<String, Shape> NETWORK =
            shapes("conv.weight", "conv.bias", "bn.num_batches_tracked", "fc.weight", "fc.bias");

    private static Map<String, Shape> shapes(String... names) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        for (String name : names) {
            shapes.put(name, new Shape(2));
        }
        return shapes;
    }

    private static StateDict file(String... names) {
        Map<String, WeightTensor> tensors = new LinkedHashMap<>();
        shapes(names).forEach((n, shape) -> tensors.put(n, WeightTensor.of(shape, 1, 2)));
        return new StateDict("a.pth", tensors, Map.of());
    }

    private static void assertRefused(StateDict weights, String message) {
        assertThatThrownBy(() -> WeightMatch.of(NETWORK, weights).orThrow())
                .satisfies(Fixture.sentence("a.pth"))
                .hasMessage(message);
    }

    @Test
    void countersOfBatchesDoNotMatter() {
        WeightMatch match =
                WeightMatch.of(
                        NETWORK,
                        file(
                                "fc.bias",
                                "conv.weight",
                                "fc.weight",
                                "conv.bias",
                                "num_batches_tracked",
                                "other.num_batches_tracked"));
        assertThat(match.fits()).isTrue();
        assertThatCode(match::orThrow).doesNotThrowAnyException();
    }

    @Test
    void whatDiffersIsListedInTheOrderOfTheNetworkAndOfTheFile() {
        Map<String, WeightTensor> tensors =
                new LinkedHashMap<>(file("x", "conv.bias", "w").tensors());
        tensors.put("conv.weight", WeightTensor.of(new Shape(1, 2), 1, 2));
        WeightMatch match = WeightMatch.of(NETWORK, new StateDict("a.pth", tensors, Map.of()));
        assertThat(match.missing()).containsExactly("fc.weight", "fc.bias");
        assertThat(match.unexpected()).containsExactly("x", "w");
        assertThat(match.misshaped())
                .isEqualTo(
                        List.of(
                                new WeightMatch.Misshaped(
                                        "conv.weight", new Shape(2), new Shape(1, 2))));
        assertThat(match.fits()).isFalse();
    }

    @Test
    void aPrefixInTheFileIsPointedOut() {
        assertRefused(
                file("backbone.conv.weight", "backbone.conv.bias", "backbone.x"),
                "'a.pth' does not fit the network: 4 of the network's 4 tensors are missing"
                        + " ('conv.weight', 'conv.bias', 'fc.weight', …), 3 of the file's 3 are not"
                        + " the network's ('backbone.conv.weight', 'backbone.conv.bias',"
                        + " 'backbone.x'); 2 of the network's 4 names would be there without"
                        + " 'backbone.', with which all names in it begin: save the state_dict of"
                        + " the part that is the network, or rename the tensors");
    }

    @Test
    void aPrefixOfTheNetworkIsPointedOut() {
        assertThatThrownBy(() -> WeightMatch.of(shapes("net.a", "net.b"), file("a", "b")).orThrow())
                .hasMessageContaining("2 of the network's 2 names would be there with 'net.'");
    }

    @Test
    void aMissingNameIsToldWithItsNeighbour() {
        assertRefused(
                file("conv.weight", "conv.bias", "head.weight", "fc.bais"),
                "'a.pth' does not fit the network: 2 of the network's 4 tensors are missing"
                    + " ('fc.weight', 'fc.bias'), 2 of the file's 4 are not the network's"
                    + " ('head.weight', 'fc.bais'); all that are missing begin with 'fc.'; perhaps"
                    + " 'fc.bais' is 'fc.bias'; names and shapes must be those of the network:"
                    + " build it as it was trained, or take the weights of this one");
    }

    @Test
    void aHeadThatIsThereAndNotWantedIsAnError() {
        assertRefused(
                file("conv.weight", "conv.bias", "fc.weight", "fc.bias", "aux.a", "aux.b"),
                "'a.pth' does not fit the network: 2 of the file's 6 are not the network's"
                        + " ('aux.a', 'aux.b'); all that are not the network's begin with 'aux.';"
                        + " names and shapes must be those of the network: build it as it was"
                        + " trained, or take the weights of this one");
    }

    @Test
    void anotherNumberOfClassesIsSaidInShapes() {
        Map<String, Shape> wider = new LinkedHashMap<>(NETWORK);
        wider.put("fc.bias", new Shape(1000));
        assertThatThrownBy(
                        () ->
                                WeightMatch.of(
                                                wider,
                                                file(
                                                        "conv.weight",
                                                        "conv.bias",
                                                        "fc.weight",
                                                        "fc.bias"))
                                        .orThrow())
                .hasMessage(
                        "'a.pth' does not fit the network: 1 has another shape ('fc.bias' is (2)"
                                + " and should be (1000)); build the network with the sizes that"
                                + " the weights were trained with");
    }

    @Test
    void anEmptyFileMissesEverything() {
        assertThatThrownBy(() -> WeightMatch.of(NETWORK, file()).orThrow())
                .hasMessageContaining("4 of the network's 4 tensors are missing");
    }
}
