package dev.wherefore.captioning;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wherefore.captioning.config.CaptionTargetConfig;
import dev.wherefore.captioning.config.CaptioningConfig;
import dev.wherefore.captioning.network.CaptionNetwork.Seen;
import dev.wherefore.captioning.support.CaptionTrial;
import dev.wherefore.captioning.target.TargetResolver;
import dev.wherefore.core.experiment.ExplainedPicture;
import dev.wherefore.core.experiment.Finding;
import dev.wherefore.core.experiment.NpyFile;
import dev.wherefore.core.experiment.PictureExplainer;
import dev.wherefore.core.experiment.RunConfig;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.explain.ExplainRequest;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.explain.Fusion;
import dev.wherefore.core.explain.Layout;
import dev.wherefore.core.explain.PictureBatch;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.image.PictureReader;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.image.PreparedPicture;
import dev.wherefore.core.method.GradCam;
import dev.wherefore.core.network.FeatureNetwork;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.support.Reference;
import dev.wherefore.core.target.Target;
import dev.wherefore.core.text.Text;
import dev.wherefore.core.text.UnknownWords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Captioners that nobody here made say and show what was recorded of them elsewhere. */
class RealCaptionTest {

    private static final int CELL = 8;

    @TempDir Path folder;
    private final ObjectMapper json = new ObjectMapper();

    /** What a captioner's folder has, and how its pictures are prepared. */
    private static String[] settings(Path captioner, String decoder, String... more) {
        String prepared =
                captioner.endsWith("caption")
                        ? "{preset: none, mean: [0.5, 0.5, 0.5], std: [1, 1, 1]}"
                        : "{preset: none, resize: {to: [224, 224]}, mean: [MID, MID, MID], std:"
                                .concat(" [MID, MID, MID]}")
                                .replace("MID", "0.5019607843137255");
        return Stream.concat(
                        Stream.of(
                                "model.encoder=" + captioner.resolve("encoder.pt"),
                                "model.decoder=" + captioner.resolve(decoder),
                                "model.tokenizer=" + captioner.resolve("tokenizer.json"),
                                "model.longest=16",
                                "images=" + captioner.resolve("images"),
                                "preprocess=" + prepared,
                                "grounding.measure=false"),
                        Arrays.stream(more))
                .toArray(String[]::new);
    }

    @ParameterizedTest
    @CsvSource({
        "caption,encoder.pt,decoder.pt,100",
        "caption,encoder.pt,decoder_scripted.pt,100",
        "caption,encoder_scripted.pt,decoder.pt,100",
        "caption_flickr,encoder.pt,decoder_scripted.pt,20"
    })
    void greedyCaptionsAreThoseRecorded(String name, String encoder, String decoder, int pictures)
            throws IOException {
        Path captioner = Reference.real(name);
        CaptionTrial trial = new CaptionTrial(folder);
        String[] settings =
                settings(captioner, decoder, "model.encoder=" + captioner.resolve(encoder));
        TaskConfig<RunConfig> config = trial.config(settings);
        List<JsonNode> annotations = annotations(captioner).subList(0, pictures);
        try (CaptionModel model = trial.model(settings);
                NDManager scope = model.network().newScope()) {
            CaptionSource source =
                    new CaptionSource(
                            model,
                            ((CaptioningConfig) config.own()).caption(),
                            model.tokenizer().vocabularySize());
            List<PreparedPicture> prepared = new ArrayList<>();
            for (JsonNode annotation : annotations) {
                prepared.add(
                        config.shared()
                                .preprocess()
                                .preprocessing()
                                .apply(picture(captioner, annotation)));
            }
            Seen seen = model.network().see(scope, PictureBatch.array(scope, prepared));
            for (int i = 0; i < pictures; i++) {
                Saying found = source.captions(scope, seen, i).get(0);
                assertThat(found.text().string())
                        .as(annotations.get(i).path("image").asText())
                        .isEqualTo(annotations.get(i).path("generated").asText());
            }
        }
    }

    private List<JsonNode> annotations(Path captioner) throws IOException {
        List<JsonNode> all = new ArrayList<>();
        json.readTree(captioner.resolve("annotations.json").toFile()).forEach(all::add);
        return all;
    }

    private static Picture picture(Path captioner, JsonNode annotation) {
        return new PictureReader().read(captioner.resolve(annotation.path("image").asText()));
    }

    @ParameterizedTest
    @CsvSource({"caption,decoder.pt,12", "caption_flickr,decoder_scripted.pt,10"})
    void wordsHaveTheRecordedMaps(String name, String decoder, int pictures) throws IOException {
        Path captioner = Reference.real(name);
        JsonNode reference = json.readTree(captioner.resolve("reference.json").toFile());
        Map<String, List<JsonNode>> byImage = new LinkedHashMap<>();
        reference
                .path("maps")
                .forEach(
                        map ->
                                byImage.computeIfAbsent(
                                                map.path("image").asText(), i -> new ArrayList<>())
                                        .add(map));
        assertThat(byImage).hasSize(pictures);
        String logits = "targets={words: all, score: logit}";
        try (PictureExplainer explainer =
                new CaptionTrial(folder).open(settings(captioner, decoder, logits))) {
            for (List<JsonNode> maps : byImage.values()) {
                Picture picture = picture(captioner, maps.get(0));
                ExplainedPicture found = explainer.explain(List.of(picture)).get(0);
                for (JsonNode map : maps) {
                    Finding finding = found.findings().get(map.path("position").asInt());
                    assertThat(finding.title()).isEqualTo(map.path("word").asText());
                    float[] positive = raw(finding).map(v -> Math.max(v, 0)).toArray();
                    Path file = captioner.resolve(map.path("gradcam").asText());
                    assertClose(
                            positive, NpyFile.read(file).toFloats(), 1e-3, "" + file.getFileName());
                }
            }
        }
    }

    private static Plane raw(Finding finding) {
        return finding.explanation().raw().get(0);
    }

    /** The logit of each word of the true caption, if all was made right so far. */
    @Test
    void wordsPointAtTheirObjectsAsOftenAsRecorded() throws IOException {
        Path captioner = Reference.real("caption");
        List<JsonNode> annotations = annotations(captioner);
        Map<String, List<Boolean>> hits = new LinkedHashMap<>();
        CaptionTrial trial = new CaptionTrial(folder);
        String[] settings = settings(captioner, "decoder.pt", "targets={words: all, score: logit}");
        TaskConfig<RunConfig> config = trial.config(settings);
        try (CaptionModel model = trial.model(settings);
                CaptionPass pass = new CaptionPass(model, RealCaptionTest::request)) {
            for (int from = 0; from < annotations.size(); from += 20) {
                List<JsonNode> some = annotations.subList(from, from + 20);
                List<Captioned> captioned = new ArrayList<>();
                List<PreparedPicture> prepared = new ArrayList<>();
                for (JsonNode annotation : some) {
                    captioned.add(captioned(model, config, annotation.path("caption").asText()));
                    prepared.add(
                            config.shared()
                                    .preprocess()
                                    .preprocessing()
                                    .apply(picture(captioner, annotation)));
                }
                try (NDManager scope = model.network().newScope()) {
                    List<List<Explanation>> found =
                            pass.explain(scope, PictureBatch.array(scope, prepared), captioned);
                    for (int i = 0; i < some.size(); i++) {
                        count(some.get(i), found.get(i), hits);
                    }
                }
            }
        }
        Map<String, Double> recorded =
                Map.of("color 1", 0.77, "shape 1", 0.511, "color 2", 0.508, "shape 2", 0.642);
        Map<String, Integer> counts =
                Map.of("color 1", 100, "shape 1", 88, "color 2", 59, "shape 2", 53);
        recorded.forEach(
                (kind, share) -> {
                    List<Boolean> all = Objects.requireNonNull(hits.get(kind));
                    assertThat(all).as(kind).hasSize(Objects.requireNonNull(counts.get(kind)));
                    double found = all.stream().filter(hit -> hit).count() / (double) all.size();
                    assertThat(found).as(kind).isCloseTo(share, within(0.03));
                });
    }

    private static ExplainRequest request(List<Target> targets) {
        return new ExplainRequest(
                List.of(LayerRun.parse(FeatureNetwork.OUTPUT)),
                Layout.AUTO,
                targets,
                List.of(new GradCam()),
                Fusion.MEAN,
                false);
    }

    private static Captioned captioned(
            CaptionModel model, TaskConfig<RunConfig> config, String caption) {
        Text text = model.tokenizer().encode(caption, UnknownWords.REFUSE);
        Saying saying = new Saying(text, model.tokenizer().specials(), Optional.empty());
        List<CaptionTargetConfig> wanted = ((CaptioningConfig) config.own()).targets();
        return new Captioned(
                List.of(saying), new TargetResolver(model.tokenizer()).resolve(saying, wanted));
    }

    /** Notes for each colour and shape that was made right whether its map points at it. */
    private static void count(
            JsonNode annotation, List<Explanation> found, Map<String, List<Boolean>> hits) {
        String[] made = annotation.path("generated").asText().split(" ", -1);
        Map<String, Integer> seen = new LinkedHashMap<>();
        for (int w = 0; w < Math.min(found.size(), made.length); w++) {
            JsonNode word = annotation.path("words").path(w);
            if (!made[w].equals(word.path("word").asText())) {
                return;
            }
            String kind = word.path("kind").asText();
            if (kind.equals("color") || kind.equals("shape")) {
                int object = seen.merge(kind, 1, Integer::sum);
                hits.computeIfAbsent(kind + " " + object, k -> new ArrayList<>())
                        .add(peaksIn(found.get(w).raw().get(0), word.path("boxes").path(0)));
            }
        }
    }

    /** Whether the middle of the map's hottest cell is in a box widened by a cell. */
    private static boolean peaksIn(Plane map, JsonNode box) {
        for (int y = 0; y < map.height(); y++) {
            for (int x = 0; x < map.width(); x++) {
                if (map.at(y, x) == map.max()) {
                    double middleX = (x + 0.5) * CELL;
                    double middleY = (y + 0.5) * CELL;
                    return middleX >= box.path(0).asInt() - CELL
                            && middleX < box.path(2).asInt() + CELL
                            && middleY >= box.path(1).asInt() - CELL
                            && middleY < box.path(3).asInt() + CELL;
                }
            }
        }
        return false;
    }
}
