package dev.wherefore.core.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.modality.Classifications;
import ai.djl.modality.cv.Image;
import ai.djl.modality.cv.ImageFactory;
import ai.djl.modality.cv.transform.CenterCrop;
import ai.djl.modality.cv.transform.Normalize;
import ai.djl.modality.cv.transform.Resize;
import ai.djl.modality.cv.transform.ToTensor;
import ai.djl.modality.cv.translator.ImageClassificationTranslator;
import ai.djl.ndarray.NDList;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.Transform;
import ai.djl.translate.Translator;
import ai.djl.translate.TranslatorContext;
import dev.wherefore.core.UserError;
import dev.wherefore.core.explain.ExplainRequest;
import dev.wherefore.core.explain.Verdict;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.image.Rectangle;
import dev.wherefore.core.method.GradCam;
import dev.wherefore.core.method.LayerCam;
import dev.wherefore.core.support.Reference;
import dev.wherefore.core.target.ClassTarget;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelExplainerTest {

    private static final Path ARCHIVE =
            Reference.root().resolve("test-data/reference/tiny-resnet/traced.pt");
    private static final Path SCENE =
            Reference.root().resolve("test-data/scenes/images/scene-000001.png");
    private static final List<String> NAMES =
            List.of("ant", "bus", "cat", "dog", "elk", "fox", "gnu", "hen", "ibis", "jay");

    private static Translator<Image, Classifications> translator(Transform... more) {
        ImageClassificationTranslator.Builder builder =
                ImageClassificationTranslator.builder().optSynset(NAMES);
        List.of(more).forEach(builder::addTransform);
        return builder.addTransform(new Resize(256, 256))
                .addTransform(new CenterCrop(224, 224))
                .addTransform(new ToTensor())
                .addTransform(
                        new Normalize(
                                new float[] {0.485f, 0.456f, 0.406f},
                                new float[] {0.229f, 0.224f, 0.225f}))
                .build();
    }

    private static ZooModel<Image, Classifications> model(
            Path path, Translator<Image, Classifications> translator) throws Exception {
        return Criteria.builder()
                .setTypes(Image.class, Classifications.class)
                .optModelPath(path)
                .optTranslator(translator)
                .build()
                .loadModel();
    }

    private static Image scene() throws IOException {
        return ImageFactory.getInstance().fromFile(SCENE);
    }

    private static Image grey(int width, int height) {
        int[] pixels = IntStream.range(0, width * height).map(i -> 0xff000000 | i * 31).toArray();
        return ImageFactory.getInstance().fromPixels(pixels, width, height);
    }

    @Test
    void aClassIsExplainedByItsLabelAtTheLayerThatSuitsIt() throws Exception {
        try (ZooModel<Image, Classifications> model = model(ARCHIVE, translator());
                ModelExplainer explainer = ModelExplainer.of(model)) {
            ModelExplanation found = explainer.explain(scene(), "dog");
            assertThat(found.explanation().layers()).containsExactly("layer3");
            assertThat(found.explanation().method()).isEqualTo("grad-cam");
            assertThat(found.explanation().verdict()).isEqualTo(Verdict.EVIDENCE);
            double logit = logits(model, scene())[3];
            assertThat(found.explanation().score()).isCloseTo((float) logit, within(1e-5f));
            BufferedImage overlay = found.overlay();
            assertThat(overlay.getWidth()).isEqualTo(scene().getWidth());
            assertThat(found.box()).isPresent();
        }
    }

    @Test
    void withoutALabelTheMostProbableClassIsExplained() throws Exception {
        try (ZooModel<Image, Classifications> model = model(ARCHIVE, translator());
                ModelExplainer explainer = ModelExplainer.of(model)) {
            float[] logits = logits(model, scene());
            float most = Float.NEGATIVE_INFINITY;
            for (float logit : logits) {
                most = Math.max(most, logit);
            }
            assertThat(explainer.explain(scene()).explanation().score())
                    .isCloseTo(most, within(1e-5f));
        }
    }

    /** What DJL's own predictor gives. */
    private static float[] logits(ZooModel<Image, Classifications> model, Image image)
            throws Exception {
        try (ZooModel<Image, float[]> plain =
                        Criteria.builder()
                                .setTypes(Image.class, float[].class)
                                .optModelPath(ARCHIVE)
                                .optTranslator(new Logits(model.getTranslator()))
                                .build()
                                .loadModel();
                Predictor<Image, float[]> predictor = plain.newPredictor()) {
            return predictor.predict(image);
        }
    }

    /** Prepares as another translator, and gives what the network gave. */
    private record Logits(Translator<Image, ?> of) implements Translator<Image, float[]> {
        @Override
        public NDList processInput(TranslatorContext context, Image input) throws Exception {
            return of.processInput(context, input);
        }

        @Override
        public float[] processOutput(TranslatorContext context, NDList list) {
            return list.get(0).toFloatArray();
        }
    }

    @Test
    void theMapLiesOnThePartOfThePictureThatTheTranslatorShows() throws Exception {
        try (ZooModel<Image, Classifications> model = model(ARCHIVE, translator());
                ModelExplainer explainer = ModelExplainer.of(model)) {
            Rectangle seen = explainer.explain(grey(640, 480)).geometry().seen();
            // 256x256 of 640x480, and of it the middle 224x224: a sixteenth is cut off each side;
            // grey values have 256 steps, so half a percent is as near as they come
            assertThat(seen.left()).isCloseTo(40, within(3.0));
            assertThat(seen.right()).isCloseTo(600, within(3.0));
            assertThat(seen.top()).isCloseTo(30, within(3.0));
            assertThat(seen.bottom()).isCloseTo(450, within(3.0));
        }
    }

    @Test
    void aLayerAMethodAndATargetCanBeChosen() throws Exception {
        try (ZooModel<Image, Classifications> model = model(ARCHIVE, translator());
                ModelExplainer explainer = ModelExplainer.of(model)) {
            ModelExplanation layerCam =
                    explainer.explain(scene(), ClassTarget.logit(3), new LayerCam());
            assertThat(layerCam.explanation().method()).isEqualTo("layer-cam");
            ModelExplanation early =
                    explainer.explain(
                            scene(),
                            ExplainRequest.of("layer2", ClassTarget.logit(3), new GradCam()));
            assertThat(early.explanation().layers()).containsExactly("layer2");
            Plane map = early.explanation().raw().get(0);
            assertThat(map.height()).isGreaterThan(layerCam.explanation().raw().get(0).height());
            assertThat(explainer.network().layers()).isNotEmpty();
        }
    }

    @Test
    void severalThreadsGetTheNumbersOfOne() throws Exception {
        try (ZooModel<Image, Classifications> model = model(ARCHIVE, translator());
                ModelExplainer explainer = ModelExplainer.of(model)) {
            float[] alone = explainer.explain(scene(), "cat").explanation().heat().toArray();
            List<float[]> together =
                    IntStream.range(0, 8)
                            .parallel()
                            .mapToObj(i -> explain(explainer))
                            .map(found -> found.explanation().heat().toArray())
                            .toList();
            assertThat(together).allSatisfy(heat -> assertThat(heat).isEqualTo(alone));
        }
    }

    private static ModelExplanation explain(ModelExplainer explainer) {
        try {
            return explainer.explain(scene(), "cat");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aMisspeltLabelIsToldWithItsNearMatch() throws Exception {
        try (ZooModel<Image, Classifications> model = model(ARCHIVE, translator());
                ModelExplainer explainer = ModelExplainer.of(model)) {
            assertThatThrownBy(() -> explainer.explain(scene(), "ibiss"))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("ibiss")
                    .hasMessageContaining("ibis")
                    .hasMessageContaining("the model 'traced'");
            assertThatThrownBy(() -> explainer.explain(scene(), "99"))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("99");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.pt", "traced_model.pt", "any.pt"})
    void theArchiveIsFoundInAFolder(String name) throws Exception {
        Path folder = Files.createTempDirectory("zoo");
        try {
            Files.copy(ARCHIVE, folder.resolve(name));
            try (ZooModel<Image, Classifications> model =
                            model(folder.resolve(name), translator());
                    ModelExplainer explainer = ModelExplainer.of(model)) {
                assertThat(explainer.explain(scene(), "bus").explanation().target()).isNotEmpty();
            }
        } finally {
            Files.delete(folder.resolve(name));
            Files.delete(folder);
        }
    }

    @Test
    void aModelFromAStreamIsRefusedInASentence() throws Exception {
        try (Model model = Model.newInstance("streamed", "PyTorch");
                InputStream stream = Files.newInputStream(ARCHIVE)) {
            model.load(stream);
            ZooModel<Image, Classifications> zoo = new ZooModel<>(model, translator());
            assertThatThrownBy(() -> ModelExplainer.of(zoo))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("the model 'streamed'")
                    .hasMessageContaining("loaded from a stream keeps none");
        }
    }

    @Test
    void aTranslatorThatTurnsPicturesIsRefusedRatherThanDrawnWrongly() throws Exception {
        Transform turned = array -> array.flip(0);
        try (ZooModel<Image, Classifications> model = model(ARCHIVE, translator(turned));
                ModelExplainer explainer = ModelExplainer.of(model)) {
            assertThatThrownBy(() -> explainer.explain(scene(), "bus"))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("resize, crop and pad");
        }
    }
}
