package dev.wherefore.core.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Font;
import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactSheetTest {

    private static final int MAGENTA = 0xff00ff;

    private final Lettering lettering = Lettering.of(Font.PLAIN, 14, 0);

    @ParameterizedTest
    @CsvSource({"480, 640", "640, 480", "32, 32", "4000, 6000", "1, 2000", "2000, 3", "1, 1"})
    void tilesOfAnyPictureHaveAReadableSizeAndItsProportions(int height, int width) {
        TileSize size = TileSize.of(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB));
        assertThat(Math.max(size.width(), size.height())).isBetween(200, 480);
        if (Math.min(height, width) > 10) {
            assertThat(size.width() / (double) size.height())
                    .isBetween(0.99 * width / height, 1.01 * width / height);
        }
    }

    @Test
    void tinyPicturesAreEnlargedPixelByPixel() {
        BufferedImage tiny = TestPictures.plain(32, 32, 0);
        tiny.setRGB(3, 2, MAGENTA);
        TileSize size = TileSize.of(tiny);
        BufferedImage enlarged = Pixels.resized(tiny, size.width(), size.height());
        int scale = size.width() / 32;
        assertThat(size.width()).isEqualTo(32 * scale);
        assertThat(enlarged.getRGB(3 * scale, 2 * scale) & 0xffffff).isEqualTo(MAGENTA);
        assertThat(enlarged.getRGB(4 * scale - 1, 3 * scale - 1) & 0xffffff).isEqualTo(MAGENTA);
        assertThat(enlarged.getRGB(4 * scale, 2 * scale) & 0xffffff).isZero();
    }

    @Test
    void shrinkingAverages() {
        BufferedImage stripes = TestPictures.plain(400, 400, 0);
        for (int y = 0; y < 400; y++) {
            for (int x = 0; x < 400; x += 2) {
                stripes.setRGB(x, y, 0xffffff);
            }
        }
        int[] colors = TestPictures.colors(Pixels.resized(stripes, 200, 200));
        for (int color : colors) {
            assertThat(Rgb.luma(color)).isBetween(126f, 129f);
        }
    }

    @Test
    void tilesWrapIntoRows() {
        BufferedImage two = sheet(4, 2).draw();
        BufferedImage four = sheet(4, 4).draw();
        assertThat(four.getWidth()).isGreaterThan(2 * two.getWidth() - 100);
        assertThat(two.getHeight()).isGreaterThan(four.getHeight() + 240);
        assertThat(count(two, MAGENTA)).isEqualTo(count(four, MAGENTA)).isEqualTo(4 * 320 * 240);
    }

    @Test
    void sheetIsWhiteWithTypeOnIt() {
        BufferedImage drawn = sheet(2, 4).draw();
        assertThat(drawn.getRGB(0, 0) & 0xffffff).isEqualTo(0xffffff);
        assertThat(darkIn(drawn, 0, 60)).as("title").isGreaterThan(100);
        assertThat(darkIn(drawn, drawn.getHeight() - 60, drawn.getHeight()))
                .as("captions")
                .isGreaterThan(50);
    }

    @Test
    void colorBarRunsFromColdestToHottest() {
        ColorMap turbo = new ColorMaps().sequential("turbo");
        ContactSheet plain = sheet(2, 4);
        BufferedImage drawn =
                new ContactSheet(
                                plain.title(),
                                plain.tiles(),
                                Optional.of(new ColorBar(turbo, "0", "1")),
                                4)
                        .draw();
        assertThat(drawn.getHeight()).isGreaterThan(plain.draw().getHeight());
        assertThat(count(drawn, turbo.rgb(0))).isEqualTo(ColorBar.HEIGHT);
        assertThat(count(drawn, turbo.rgb(1))).isEqualTo(ColorBar.HEIGHT);
    }

    @Test
    void noteIsWrittenUnderItsTile() {
        Tile tile = Tile.of(TestPictures.plain(48, 64, MAGENTA), "Grad-CAM");
        ContactSheet without = new ContactSheet("", List.of(tile), Optional.empty(), 1);
        ContactSheet with =
                new ContactSheet(
                        "", List.of(tile.withNote("no positive evidence")), Optional.empty(), 1);
        assertThat(with.draw().getHeight()).isGreaterThan(without.draw().getHeight() + 10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \t\n ",
                "猫はどこにいますか",
                "أين القط؟",
                "👩‍👩‍👧‍👦 family",
                "\ud83d alone",
                "line\nbreak\u0000 and \u0007 bell",
                "Überraschungsdonaudampfschifffahrtsgesellschaftskapitänsmützenband"
            })
    void textOfAnyLanguageIsDrawn(String text) {
        Tile tile = Tile.of(TestPictures.plain(40, 40, MAGENTA), text).withNote(text);
        BufferedImage drawn = new ContactSheet(text, List.of(tile), Optional.empty(), 1).draw();
        assertThat(count(drawn, MAGENTA)).isEqualTo(240 * 240);
    }

    @Test
    void textThatIsTooLongEndsWithAnEllipsisAndFits() {
        String text = "a bus and a boat and a bird ".repeat(20);
        List<String> lines = lettering.wrapped(text, 200, 2);
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).startsWith("a bus and").doesNotEndWith("…");
        assertThat(lines.get(1)).containsPattern("(…|\\.\\.\\.)$");
        assertThat(lines).allSatisfy(line -> assertThat(lettering.width(line)).isLessThan(201));
    }

    @Test
    void textThatFitsKeepsEveryWord() {
        String text = "Layer-CAM — why a tiger cat and not a tabby";
        assertThat(String.join(" ", lettering.wrapped(text, 120, 9))).isEqualTo(text);
        assertThat(lettering.wrapped(text, 2000, 1)).containsExactly(text);
    }

    @Test
    void wordWiderThanTheLineIsBrokenAndKeepsEveryLetter() {
        String word = "Donaudampfschifffahrtsgesellschaft";
        assertThat(String.join("", lettering.wrapped(word, 60, 20))).isEqualTo(word);
        assertThat(String.join("", lettering.wrapped(word, 1, 100))).isEqualTo(word);
    }

    @Test
    void veryLongTextIsQuick() {
        String text = String.join("", Collections.nCopies(20_000, "word "));
        assertThat(lettering.shortened(text, 300)).hasSizeLessThan(100);
    }

    @Test
    void aSheetNeedsATileAndAColumn() {
        assertThatThrownBy(() -> new ContactSheet("", List.of(), Optional.empty(), 1))
                .hasMessage("a contact sheet must have a tile, found none");
        assertThatThrownBy(() -> sheet(1, 0)).hasMessage("columns must be at least 1, found 0");
    }

    private static ContactSheet sheet(int tiles, int columns) {
        Tile tile = Tile.of(TestPictures.plain(480, 640, MAGENTA), "Grad-CAM — bus 0.93");
        return new ContactSheet(
                "A bus", Collections.nCopies(tiles, tile), Optional.empty(), columns);
    }

    private static int count(BufferedImage picture, int rgb) {
        int count = 0;
        for (int color : TestPictures.colors(picture)) {
            count += color == rgb ? 1 : 0;
        }
        return count;
    }

    private static int darkIn(BufferedImage picture, int from, int to) {
        int count = 0;
        for (int y = from; y < to; y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                count += Rgb.luma(picture.getRGB(x, y) & 0xffffff) < 100 ? 1 : 0;
            }
        }
        return count;
    }
}
