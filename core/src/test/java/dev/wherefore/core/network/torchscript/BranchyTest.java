package dev.wherefore.core.network.torchscript;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.wherefore.core.UserError;
import dev.wherefore.core.engine.Autograd;
import dev.wherefore.core.engine.Autograd.Graph;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.Pass;
import dev.wherefore.core.network.PassRequest;
import dev.wherefore.core.network.Tapped;
import dev.wherefore.core.support.Reference;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code (image, n = 3, wide = true)}: a layer that runs n times, and one that runs where wide is
 * true.
 */
class BranchyTest {

    private TorchScriptNetwork network;
    private NDManager scope;
    private NDArray image;

    @BeforeEach
    void load() {
        network =
                TorchScriptNetwork.load(
                        Reference.file("archives-2.x/branchy.scripted.pt"), Device.cpu());
        scope = network.newScope();
        image = Reference.of("tiny-resnet").input(scope);
    }

    @AfterEach
    void close() {
        scope.close();
        network.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"again#1", "again#2", "again#3", "side#1"})
    void everyRunOfALayerIsAPlaceWithNumbersOfItsOwn(String place) {
        Reference expected = Reference.of("archives-2.x");
        Pass pass = tap(Inputs.of(image), place);
        Tapped tapped = pass.taps().get(0);
        String name = "branchy/" + place;
        assertClose(
                pass.outputs().main().toFloatArray(),
                expected.floats("branchy/logits"),
                1e-5,
                "logits");
        assertClose(
                tapped.activation().toFloatArray(),
                expected.floats(name + "/activation"),
                1e-5,
                name);
        assertClose(gradient(pass).toFloatArray(), expected.floats(name + "/gradient"), 1e-5, name);
    }

    @Test
    void aNameAloneMeansTheLastRun() {
        Tapped last = tap(Inputs.of(image), "again").taps().get(0);
        assertThat(last.place()).hasToString("again#3");
        assertThat(last.activation())
                .isEqualTo(tap(Inputs.of(image), "again#3").taps().get(0).activation());
        assertThat(tap(given(5, true), "again").taps().get(0).place()).hasToString("again#5");
    }

    @Test
    void numbersAndSwitchesAreGivenAsTensors() {
        float[] byDefault = main(Inputs.of(image));
        assertThat(main(given(3, true))).containsExactly(byDefault);
        assertThat(main(given(2, true))).isNotEqualTo(byDefault);
        assertThat(main(given(3, false))).isNotEqualTo(byDefault);
        Inputs onlyWide = new Inputs(List.of(List.of(image), List.of(), bool(false)), 0);
        assertThat(main(onlyWide)).containsExactly(main(given(3, false)));
    }

    @Test
    void thePartsOfTuplesAndListsAreNumbered() {
        assertThat(network.run(scope, Inputs.of(image), PassRequest.PLAIN).outputs().arrays())
                .containsOnlyKeys("0", "1.0", "1.1", "1.2");
    }

    @Test
    void aRunThatDidNotHappenIsRefused() {
        assertRefused(
                Inputs.of(image),
                "again#4",
                "the layer 'again' ran 3 times in this pass; 'again#4' is not among them");
        assertRefused(given(1, true), "again#2", "ran 1 time in this pass");
        assertRefused(given(0, true), "again", "the layer 'again' did not run for this input");
    }

    @Test
    void aLayerOnTheWayNotTakenIsRefused() {
        assertRefused(given(3, false), "side", "the layer 'side' did not run for this input");
    }

    @Test
    void aLayerThatIsNotThereIsRefusedWithTheNearestName() {
        assertRefused(Inputs.of(image), "agian", "has no layer 'agian'");
        assertRefused(Inputs.of(image), "agian", "'again'");
    }

    @Test
    void wrongNumbersOfInputsAreRefused() {
        Inputs four = new Inputs(List.of(List.of(image), List.of(), List.of(), bool(true)), 0);
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> network.run(scope, four, PassRequest.PLAIN))
                .withMessageContaining("takes 3 inputs")
                .withMessageContaining("found 4");
    }

    @Test
    void layersOfAFrozenNetworkAreRefusedButItRuns() {
        try (TorchScriptNetwork frozen =
                TorchScriptNetwork.load(
                        Reference.file("archives-2.x/tiny-resnet.frozen.pt"), Device.cpu())) {
            assertThat(frozen.layers()).isEmpty();
            assertThat(frozen.run(scope, Inputs.of(image), PassRequest.PLAIN).outputs().main())
                    .isNotNull();
            assertThatExceptionOfType(UserError.class)
                    .isThrownBy(
                            () ->
                                    frozen.run(
                                            scope,
                                            Inputs.of(image),
                                            PassRequest.tap(List.of(LayerRun.parse("layer3")), 1)))
                    .withMessageContaining("frozen (torch.jit.freeze)")
                    .withMessageContaining("without freezing");
        }
    }

    private void assertRefused(Inputs inputs, String place, String reason) {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> tap(inputs, place))
                .withMessageContaining("branchy.scripted.pt")
                .withMessageContaining(reason);
    }

    private Inputs given(int n, boolean wide) {
        return new Inputs(List.of(List.of(image), List.of(scope.create(n)), bool(wide)), 0);
    }

    private List<NDArray> bool(boolean value) {
        return List.of(scope.create(value));
    }

    private float[] main(Inputs inputs) {
        return network.run(scope, inputs, PassRequest.PLAIN).outputs().main().toFloatArray();
    }

    private Pass tap(Inputs inputs, String place) {
        return network.run(scope, inputs, PassRequest.tap(List.of(LayerRun.parse(place)), 1));
    }

    private NDArray gradient(Pass pass) {
        try (Autograd autograd = new Autograd(scope);
                dev.wherefore.core.engine.GradientMode on =
                        dev.wherefore.core.engine.GradientMode.on()) {
            NDArray score = pass.outputs().main().get(":, 2");
            return autograd.gradients(
                            scope,
                            List.of(score),
                            List.of(pass.taps().get(0).probe()),
                            List.of(score.onesLike()),
                            Graph.FREE)
                    .get(0)
                    .orElseThrow();
        }
    }
}
