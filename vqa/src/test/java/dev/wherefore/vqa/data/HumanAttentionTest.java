package dev.wherefore.vqa.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.wherefore.core.UserError;
import dev.wherefore.core.image.Plane;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HumanAttentionTest {

    private static final double EXACT = 1e-6;

    @TempDir private Path folder;

    /** Writes a row of grey pixels. */
    private void write(String name, int... greys) throws IOException {
        BufferedImage image = new BufferedImage(greys.length, 1, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSamples(0, 0, greys.length, 1, 0, greys);
        ImageIO.write(image, "png", folder.resolve(name).toFile());
    }

    @Test
    void theMapsOfAQuestionAreReadAsGreyFromZeroToOne() throws IOException {
        write("5506852_1.png", 0, 51, 255);
        write("5506852_3.png", 255, 0, 51);
        write("5506852_2.png", 1, 2, 3);
        write("42_1.png", 9);
        write("042_2.png", 9);
        write("cat_1.png", 9);
        write("5506852_mean.png", 9);
        Files.writeString(folder.resolve("notes_1.txt"), "");
        HumanAttention attention = HumanAttention.in(folder);
        assertThat(attention.questions()).containsExactly(42L, 5506852L);
        assertThat(attention.read(5506852))
                .containsExactly(
                        Plane.of(1, 3, new float[] {0, 0.2f, 1}),
                        Plane.of(1, 3, new float[] {1 / 255f, 2 / 255f, 3 / 255f}),
                        Plane.of(1, 3, new float[] {1, 0, 0.2f}));
        assertThat(attention.read(42)).hasSize(1);
        assertThat(attention.read(7)).isEmpty();
    }

    @Test
    void colourIsReadAsGrey() throws IOException {
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0xffff0000);
        ImageIO.write(image, "png", folder.resolve("1_1.png").toFile());
        assertThat(HumanAttention.in(folder).read(1).get(0).at(0, 0)).isEqualTo(76 / 255f);
    }

    @Test
    void whatCannotBeReadIsTold() throws IOException {
        assertThatThrownBy(() -> HumanAttention.in(folder))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "folder %s holds no map of VQA-HAT, which is named by a question's number"
                                        .formatted(folder)
                                + " and who answered it, such as 1500070_1.png");
        assertThatThrownBy(() -> HumanAttention.in(folder.resolve("missing")))
                .isInstanceOf(UserError.class)
                .hasMessage("there is no folder " + folder.resolve("missing"));
        Path file = Files.writeString(folder.resolve("8_1.png"), "no picture");
        assertThatThrownBy(() -> HumanAttention.in(file))
                .isInstanceOf(UserError.class)
                .hasMessage(file + " is a file; a folder of maps is wanted");
        HumanAttention attention = HumanAttention.in(folder);
        assertThatThrownBy(() -> attention.read(8))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(file + " is not a picture");
    }

    @Test
    void theMeanIsTakenPlaceByPlace() {
        Plane one = Plane.of(1, 2, new float[] {0, 1});
        Plane other = Plane.of(1, 2, new float[] {0.5f, 0});
        Plane large = Plane.of(2, 4, new float[] {1, 0, 0, 0, 0, 1, 0, 0.5f});
        assertThat(HumanAttention.mean(List.of(one, other)))
                .isEqualTo(Plane.of(1, 2, new float[] {0.25f, 0.5f}));
        assertThat(HumanAttention.mean(List.of(one, large)))
                .isEqualTo(Plane.of(1, 2, new float[] {0.25f, 0.5625f}));
        assertThatThrownBy(() -> HumanAttention.mean(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSmallerMapHasTheMeansOverItsPlaces() {
        Plane row = Plane.of(1, 5, new float[] {1, 2, 3, 4, 5});
        // 2.5 pixels a place: (1 + 2 + 3 / 2) / 2.5 and (3 / 2 + 4 + 5) / 2.5
        Plane half = MapSize.of(row, 1, 2);
        assertThat(half.at(0, 0)).isCloseTo(1.8f, within(1e-6f));
        assertThat(half.at(0, 1)).isCloseTo(4.2f, within(1e-6f));
        Plane flat = Plane.compute(333, 500, (y, x) -> 0.75f);
        assertThat(MapSize.of(flat, 14, 14).min()).isCloseTo(0.75f, within(1e-6f));
        assertThat(MapSize.of(flat, 14, 14).max()).isCloseTo(0.75f, within(1e-6f));
        assertThat(MapSize.of(row, 1, 10)).isEqualTo(row.resizeBilinear(1, 10));
    }

    @Test
    void agreementIsTheMeanRankCorrelationWithEachPerson() {
        Plane rising = Plane.compute(28, 42, (y, x) -> y * 42 + x);
        Plane falling = rising.map(v -> -v);
        Plane steps = Plane.compute(14, 14, (y, x) -> (y * 14 + x) * (y * 14 + x));
        Plane nowhere = rising.map(v -> 0);
        assertThat(HumanAttention.agreement(steps, List.of(rising)).orElseThrow())
                .isCloseTo(1, within(EXACT));
        assertThat(HumanAttention.agreement(steps, List.of(rising, falling)).orElseThrow())
                .isCloseTo(0, within(EXACT));
        assertThat(HumanAttention.agreement(steps, List.of(rising, rising, falling)).orElseThrow())
                .isCloseTo(1 / 3.0, within(EXACT));
        assertThat(HumanAttention.agreement(steps, List.of(nowhere, falling)).orElseThrow())
                .isCloseTo(-1, within(EXACT));
        assertThat(HumanAttention.agreement(steps, List.of(nowhere))).isEmpty();
        assertThat(HumanAttention.agreement(nowhere, List.of(rising))).isEmpty();
        assertThat(HumanAttention.agreement(steps, List.of())).isEmpty();
    }

    @Test
    void aSmallMapAgreesWithALargeOneOfTheSamePlace() {
        Plane person =
                Plane.compute(
                        480, 640, (y, x) -> (float) Math.exp(-Math.hypot(y - 100, x - 500) / 100));
        Plane map =
                Plane.compute(
                        7,
                        7,
                        (y, x) ->
                                (float)
                                        -Math.hypot(
                                                (y + 0.5) * 480 / 7 - 100,
                                                (x + 0.5) * 640 / 7 - 500));
        Random random = new Random(3);
        Plane noise = Plane.compute(7, 7, (y, x) -> random.nextFloat());
        assertThat(HumanAttention.agreement(map, List.of(person)).orElseThrow())
                .isGreaterThan(0.99);
        assertThat(Math.abs(HumanAttention.agreement(noise, List.of(person)).orElseThrow()))
                .isLessThan(0.35);
    }
}
