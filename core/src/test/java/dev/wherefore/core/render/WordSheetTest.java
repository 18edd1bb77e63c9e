package dev.wherefore.core.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wherefore.core.render.WordSheet.ScoredWord;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WordSheetTest {

    private static final int FULL = 0x0b4f9e;
    private static final int WHITE = 0xffffff;
    private static final List<String> MARKS = List.of("none", "some", "all");

    private final ContactSheet below =
            new ContactSheet(
                    "",
                    Collections.nCopies(3, Tile.of(TestPictures.plain(200, 300, 0xff00ff), "map")),
                    Optional.empty(),
                    3);

    private BufferedImage draw(ScoredWord... words) {
        return new WordSheet(List.of(words), "how much:", MARKS, below).draw();
    }

    /** The colours of the sheet's part above the maps. */
    private int[] head(BufferedImage sheet) {
        return head(sheet, below);
    }

    private static int[] head(BufferedImage sheet, ContactSheet maps) {
        int height = sheet.getHeight() - maps.draw().getHeight();
        return TestPictures.colors(sheet.getSubimage(0, 0, sheet.getWidth(), height));
    }

    private static long count(int[] colors, int color) {
        return Arrays.stream(colors).filter(c -> c == color).count();
    }

    @Test
    void theSheetBelowIsAsItIsAndAsWide() {
        BufferedImage maps = below.draw();
        BufferedImage sheet = draw(new ScoredWord("bus", 1));
        assertThat(sheet.getWidth()).isEqualTo(maps.getWidth());
        assertThat(sheet.getHeight()).isBetween(maps.getHeight() + 50, maps.getHeight() + 200);
        int top = sheet.getHeight() - maps.getHeight();
        assertThat(
                        TestPictures.colors(
                                sheet.getSubimage(0, top, maps.getWidth(), maps.getHeight())))
                .isEqualTo(TestPictures.colors(maps));
    }

    @Test
    void aWordHasTheColourOfItsNumber() {
        int[] full = head(draw(new ScoredWord("bus", 1)));
        int[] none = head(draw(new ScoredWord("bus", 0)));
        int[] third = head(draw(new ScoredWord("bus", 1 / 3.0)));
        assertThat(count(full, FULL) - count(none, FULL)).isGreaterThan(500);
        // a third of the way from white: 255 - 244/3, 255 - 176/3, 255 - 97/3
        int pale = 0xae << 16 | 0xc4 << 8 | 0xdf;
        assertThat(count(third, pale) - count(none, pale)).isGreaterThan(500);
        assertThat(count(full, 0x16191d)).as("dark ink on white alone").isZero();
        assertThat(count(none, 0x16191d)).isPositive();
    }

    @Test
    void numbersBeyondTheScaleCountAsItsEnds() {
        assertThat(head(draw(new ScoredWord("bus", 7))))
                .isEqualTo(head(draw(new ScoredWord("bus", 1))));
        assertThat(head(draw(new ScoredWord("bus", -2))))
                .isEqualTo(head(draw(new ScoredWord("bus", 0))));
    }

    @Test
    void longSentencesGoOnInFurtherLinesInsideTheSheet() {
        ScoredWord word = new ScoredWord("streetcar", 1);
        int one = draw(word).getHeight();
        int[] heights =
                new int[] {
                    draw(Collections.nCopies(12, word).toArray(ScoredWord[]::new)).getHeight(),
                    draw(Collections.nCopies(40, word).toArray(ScoredWord[]::new)).getHeight()
                };
        assertThat(heights[0]).isGreaterThan(one);
        assertThat(heights[1]).isGreaterThan(heights[0]);
        BufferedImage sheet = draw(Collections.nCopies(40, word).toArray(ScoredWord[]::new));
        int[] rightEdge =
                TestPictures.colors(
                        sheet.getSubimage(
                                sheet.getWidth() - 5,
                                0,
                                5,
                                sheet.getHeight() - below.draw().getHeight()));
        assertThat(rightEdge).containsOnly(WHITE);
    }

    @Test
    void aSentenceWithoutWordsHasItsLegend() {
        assertThat(count(head(draw()), FULL)).as("the mark of the scale's end").isPositive();
    }

    @Test
    void aWordAndALegendWiderThanTheSheetStayInsideIt() {
        ContactSheet narrow =
                new ContactSheet(
                        "",
                        List.of(Tile.of(TestPictures.plain(256, 60, 0xff00ff), "map")),
                        Optional.empty(),
                        1);
        List<ScoredWord> words =
                List.of(
                        new ScoredWord("a", 0.2),
                        new ScoredWord("Donaudampfschifffahrtsgesellschaft", 1));
        List<String> marks = List.of("none", "e times as probable with the picture", "20 times");
        BufferedImage sheet =
                new WordSheet(words, "how much of a word comes from it:", marks, narrow).draw();
        int head = sheet.getHeight() - narrow.draw().getHeight();
        assertThat(sheet.getWidth()).isEqualTo(248);
        assertThat(TestPictures.colors(sheet.getSubimage(224, 0, 24, head))).containsOnly(WHITE);
        assertThat(count(head(sheet, narrow), FULL))
                .as("the long word's field and the third mark's patch")
                .isGreaterThan(4000);
    }
}
