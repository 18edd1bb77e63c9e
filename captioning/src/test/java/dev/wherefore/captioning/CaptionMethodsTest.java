package dev.wherefore.captioning;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.google.inject.Guice;
import dev.wherefore.captioning.network.CaptionNetwork;
import dev.wherefore.captioning.support.SmallCaptioner;
import dev.wherefore.captioning.target.Term;
import dev.wherefore.captioning.target.TokenScore;
import dev.wherefore.captioning.target.TokenTarget;
import dev.wherefore.core.UserError;
import dev.wherefore.core.engine.Autograd;
import dev.wherefore.core.engine.Autograd.Graph;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.experiment.ExplainedPicture;
import dev.wherefore.core.experiment.Finding;
import dev.wherefore.core.explain.ExplainRequest;
import dev.wherefore.core.explain.Explainer;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.explain.Fusion;
import dev.wherefore.core.explain.Layout;
import dev.wherefore.core.method.GuidedBackpropagation;
import dev.wherefore.core.network.FeatureNetwork;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.Pass;
import dev.wherefore.core.network.PassRequest;
import dev.wherefore.core.network.block.NetworkModule;
import dev.wherefore.core.network.load.NetworkLoader;
import dev.wherefore.core.target.Target;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every method explains words, and guided backpropagation guides the image network alone. */
class CaptionMethodsTest extends SmallCaptions {

    @Test
    void everyMethodThereIsExplainsWords() throws IOException {
        List<String> methods = new ArrayList<>(trial.methods());
        // nothing here ends in average pooling and one linear layer
        methods.remove("cam");
        // nor has it attention that could be tapped
        methods.remove("le-grad");
        ExplainedPicture found =
                explain(
                        picture,
                        "explain.methods=[" + String.join(", ", methods) + "]",
                        "explain.layers=[layer1, encoder-output]",
                        "explain.settings.rise.masks=40",
                        "explain.settings.noise.samples=3",
                        "explain.settings.integral.steps=4",
                        "explain.settings.occlusion={window: 8, stride: 8}");
        assertThat(found.findings()).hasSize(told(found).words().size() * methods.size());
        assertThat(found.findings().stream().map(f -> f.explanation().method()).distinct())
                .containsExactlyElementsOf(methods);
        for (Finding finding : found.findings()) {
            Explanation explanation = finding.explanation();
            assertThat(explanation.raw())
                    .allMatch(m -> Float.isFinite(m.min()) && Float.isFinite(m.max()))
                    .anyMatch(m -> m.max() != 0 || m.min() != 0);
            assertThat(explanation.heat().height()).isEqualTo(32);
        }
    }

    @Test
    void camIsRefusedSinceADecoderIsNoLinearLayer() {
        assertThatThrownBy(() -> explain(picture, "explain.methods=cam", "explain.layers=layer1"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("behind the layer 'layer1");
    }

    @Test
    void aWordInsteadOfAnotherHasNothingSimilar() {
        assertThatThrownBy(
                        () ->
                                explain(
                                        picture,
                                        "caption={text: a red car}",
                                        "targets={word: red, instead-of: blue}",
                                        "explain.methods=finer-cam"))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("the method 'finer-cam' explains words");
    }

    @Test
    void guidedBackpropagationGuidesTheImageNetworkAlone() throws IOException {
        float[] expected;
        try (CaptionModel model = trial.model();
                Network encoder =
                        Guice.createInjector(new NetworkModule())
                                .getInstance(NetworkLoader.class)
                                .load(
                                        folder.resolve("encoder.safetensors"),
                                        Optional.empty(),
                                        NetworkLoader.FORWARD,
                                        Device.cpu());
                Explainer guided = new Explainer(encoder);
                NDManager scope = model.network().newScope()) {
            NDArray image = scope.create(prepared(picture), INPUT);
            float[] gradient = gradientOfFeatures(model, scope, image);
            Shape features = new Shape(1, SmallCaptioner.CHANNELS, 8, 8);
            Target along =
                    Target.of(
                            "the features along the decoder's true gradient",
                            outputs -> {
                                NDArray direction =
                                        outputs.main().getManager().create(gradient, features);
                                return outputs.main()
                                        .mul(direction.duplicate())
                                        .sum(new int[] {1, 2, 3});
                            });
            ExplainRequest request =
                    new ExplainRequest(
                            List.of(),
                            Layout.AUTO,
                            List.of(along),
                            List.of(new GuidedBackpropagation()),
                            Fusion.MEAN,
                            false);
            expected =
                    guided.explain(Inputs.of(image), request)
                            .pictures()
                            .get(0)
                            .get(0)
                            .pixels()
                            .orElseThrow()
                            .toArray();
        }
        ExplainedPicture found =
                explain(
                        picture,
                        "caption={text: a red}",
                        "targets={word: red}",
                        "explain.methods=guided-backpropagation");
        float[] pixels = found.findings().get(0).explanation().pixels().orElseThrow().toArray();
        assertClose(pixels, expected, 1e-4, "guided backpropagation");
    }

    /** Of the log-probability of "red" after "a". */
    private static float[] gradientOfFeatures(CaptionModel model, NDManager scope, NDArray image) {
        List<LayerRun> output = List.of(LayerRun.parse(FeatureNetwork.OUTPUT));
        Term red = new Term(TokenScore.LOG_PROBABILITY, 0, 1, 5, 1);
        try (GradientMode on = GradientMode.on();
                Autograd autograd = new Autograd(scope)) {
            NDArray ids = model.ids(scope, List.of(List.of(new int[] {2, 4, 5})));
            Pass pass =
                    model.network()
                            .run(
                                    scope,
                                    CaptionNetwork.inputs(image, ids),
                                    PassRequest.tap(output, 1));
            NDArray score = new TokenTarget(List.of(List.of(red)), "red").score(pass.outputs());
            return autograd.gradients(
                            scope,
                            List.of(score),
                            List.of(pass.taps().get(0).probe()),
                            List.of(score.onesLike()),
                            Graph.FREE)
                    .get(0)
                    .orElseThrow()
                    .toFloatArray();
        }
    }
}
