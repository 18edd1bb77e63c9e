package dev.wherefore.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wherefore.core.experiment.Passage;
import dev.wherefore.core.experiment.ResultJson;
import dev.wherefore.core.explain.Verdict;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a browser gets to show a picture: maps in place, targets, what can be pointed at. */
class PictureViewTest {

    private static PictureView view(Verdict verdict) {
        return PictureView.of(
                Explained.picture(
                        "a.png", List.of(Explained.finding("bus", "grad-cam", verdict)), List.of()),
                Explained.painter());
    }

    private static BufferedImage image(String uri) {
        byte[] bytes = Base64.getDecoder().decode(uri.substring(uri.indexOf(',') + 1));
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static int level(String uri, double x, double y) {
        BufferedImage image = image(uri);
        return image.getRaster()
                .getSample((int) (x * image.getWidth()), (int) (y * image.getHeight()), 0);
    }

    @Test
    void mapsLieOnTheWholePictureWhereTheNetworkSawIt() {
        MapView map = view(Verdict.EVIDENCE).targets().get(0).maps().get(0);
        String heat = map.heat().orElseThrow();
        assertThat(image(heat).getWidth()).isEqualTo(2 * image(heat).getHeight());
        assertThat(level(heat, 0.98, 0.98)).as("the hot corner").isEqualTo(255);
        assertThat(level(heat, 0.25, 0.5)).as("the half that was not seen").isEqualTo(0);
        String signed = map.map().orElseThrow();
        assertThat(level(signed, 0.98, 0.98)).as("2 of 2 speak for it").isEqualTo(255);
        assertThat(level(signed, 0.52, 0.02)).as("1 of 2 against it").isEqualTo(38);
        assertThat(level(signed, 0.25, 0.5)).as("nothing").isEqualTo(128);
        assertThat(List.of(map.rawMin(), map.rawMax(), map.scale())).containsExactly(-1f, 2f, 2f);
        assertThat(map.box().orElseThrow().get(2)).as("the box ends with the picture").isEqualTo(1);
        assertThat(map.box().orElseThrow().get(0)).isBetween(0.75, 0.95);
        assertThat(view(Verdict.EVIDENCE).seen()).containsExactly(0.5, 0.0, 1.0, 1.0);
    }

    @ParameterizedTest
    @EnumSource(value = Verdict.class, mode = EnumSource.Mode.EXCLUDE, names = "EVIDENCE")
    void whereThereIsNoEvidenceWordsStandForTheMap(Verdict verdict) {
        MapView map = view(verdict).targets().get(0).maps().get(0);
        assertThat(map.heat()).isEmpty();
        assertThat(map.box()).isEmpty();
        assertThat(map.note()).contains(verdict.sentence());
        boolean other =
                verdict == Verdict.NO_POSITIVE_EVIDENCE || verdict == Verdict.NO_NEGATIVE_EVIDENCE;
        assertThat(map.map().isPresent()).as("the other side can be seen").isEqualTo(other);
    }

    @Test
    void aMethodThatComesAgainBeginsAnotherTarget() {
        PictureView view =
                PictureView.of(
                        Explained.picture(
                                "a.png",
                                List.of(
                                        Explained.finding("bus", "grad-cam"),
                                        Explained.finding("bus", "layer-cam"),
                                        Explained.finding("bus", "grad-cam"),
                                        Explained.finding("bus", "layer-cam")),
                                List.of()),
                        Explained.painter());
        assertThat(view.targets()).hasSize(2);
        assertThat(view.targets().get(1).maps())
                .extracting(MapView::method)
                .containsExactly("grad-cam", "layer-cam");
    }

    @Test
    void everyTargetCanBePointedAt() {
        Passage caption =
                new Passage(
                        Passage.Kind.CAPTION,
                        "caption",
                        List.of(
                                new Passage.Piece(
                                        "bus", Optional.of(1), Optional.of(0.5), "as it is")),
                        Optional.empty(),
                        List.of(),
                        "",
                        List.of(),
                        List.of());
        PictureView view =
                PictureView.of(
                        Explained.picture(
                                "a.png",
                                List.of(
                                        Explained.finding("car", "grad-cam"),
                                        Explained.finding("bus", "grad-cam")),
                                List.of(caption)),
                        Explained.painter());
        assertThat(view.passages()).hasSize(2).first().isEqualTo(caption);
        Passage other = view.passages().get(1);
        assertThat(other.kind()).isEqualTo(Passage.Kind.OTHER);
        assertThat(other.pieces())
                .extracting(Passage.Piece::text, Passage.Piece::target)
                .containsExactly(tuple("car", Optional.of(0)));
    }

    @Test
    void theJsonIsWhatTheScriptReads() throws IOException {
        JsonNode json =
                new ObjectMapper()
                        .readTree(ResultJson.mapper().writeValueAsString(view(Verdict.EVIDENCE)));
        assertThat(json.get("name").asText()).isEqualTo("a.png");
        assertThat(json.get("picture").asText()).startsWith("data:image/jpeg;base64,");
        assertThat(json.at("/targets/0/maps/0/sign").asText()).isEqualTo("positive");
        assertThat(json.at("/targets/0/maps/0/heat").asText()).startsWith("data:image/png;base64,");
        assertThat(json.at("/targets/0/maps/0").has("note")).isFalse();
        assertThat(json.at("/passages/0/kind").asText()).isEqualTo("other");
        assertThat(json.at("/passages/0/pieces/0/target").asInt(-1)).isZero();
    }

    @Test
    void theScriptBringsItsColours() {
        assertThat(ViewerFiles.script())
                .contains("show(element, view, options)")
                .contains("\"blue-orange\":\"0057c8")
                .contains("e66100\"");
        assertThat(ViewerFiles.style()).contains(".wf-canvas");
    }
}
