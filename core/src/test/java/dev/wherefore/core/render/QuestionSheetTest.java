package dev.wherefore.core.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wherefore.core.render.QuestionSheet.AnswerBar;
import dev.wherefore.core.render.QuestionSheet.WeighedWord;
import dev.wherefore.core.render.WordFields.Word;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionSheetTest {

    private static final int WHITE = 0xffffff;
    private static final int MARGIN = SheetHead.MARGIN;
    private static final String LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenband";

    private static final List<WeighedWord> QUESTION =
            List.of(new WeighedWord("which", 0.7), new WeighedWord("color", -0.4));

    /** Maps that are 325 pixels wide together, drawn. */
    private final ContactSheet small = maps(1, 128);

    private static ContactSheet maps(int tiles, int size) {
        Tile tile = Tile.of(TestPictures.plain(size, size, 0xff00ff), "map");
        return new ContactSheet("", Collections.nCopies(tiles, tile), Optional.empty(), 6);
    }

    private static AnswerBar answer(String label, double probability) {
        return new AnswerBar(label, probability, OptionalDouble.empty());
    }

    private static AnswerBar answer(String label, double probability, double withoutPicture) {
        return new AnswerBar(label, probability, OptionalDouble.of(withoutPicture));
    }

    private BufferedImage words(WeighedWord... words) {
        return head(new QuestionSheet(List.of(words), "", List.of(), "", small));
    }

    private BufferedImage answers(AnswerBar... answers) {
        return head(new QuestionSheet(List.of(), "", List.of(answers), "", small));
    }

    /** What is drawn above the maps. */
    private static BufferedImage head(QuestionSheet sheet) {
        BufferedImage drawn = sheet.draw();
        int height = drawn.getHeight() - sheet.below().draw().getHeight();
        return drawn.getSubimage(0, 0, drawn.getWidth(), height);
    }

    private static int[] line(BufferedImage picture, int y) {
        return TestPictures.colors(picture.getSubimage(0, y, picture.getWidth(), 1));
    }

    private static int[] column(BufferedImage picture, int x) {
        return TestPictures.colors(picture.getSubimage(x, 0, 1, picture.getHeight()));
    }

    private static long count(int[] colors, int color) {
        return Arrays.stream(colors).filter(c -> c == color).count();
    }

    /** The places of some colours in a line. */
    private static int[] places(int[] line, int... colors) {
        return IntStream.range(0, line.length)
                .filter(x -> Arrays.stream(colors).anyMatch(color -> color == line[x]))
                .toArray();
    }

    /** The line through the middle of the first answer's bar. */
    private static int[] firstBar(BufferedImage head) {
        return line(head, MARGIN + AnswerBars.ROW / 2);
    }

    /** The first answer's track: its first place and the one after its last. */
    private static int[] track(BufferedImage head) {
        int[] places = places(firstBar(head), AnswerBars.TRACK, AnswerBars.BAR);
        return new int[] {places[0], places[places.length - 1] + 1};
    }

    @ParameterizedTest
    @CsvSource({"1, 128, 560", "6, 300, 1790", "3, 40, 560"})
    void theSheetBelowIsAsItIsOnASheetOfReadableWidth(int tiles, int size, int narrowest) {
        ContactSheet maps = maps(tiles, size);
        BufferedImage below = maps.draw();
        BufferedImage sheet =
                new QuestionSheet(QUESTION, "", List.of(answer("red", 0.5)), "So.", maps).draw();
        assertThat(sheet.getWidth()).isEqualTo(Math.max(below.getWidth(), narrowest));
        int top = sheet.getHeight() - below.getHeight();
        assertThat(top).isBetween(100, 250);
        assertThat(
                        TestPictures.colors(
                                sheet.getSubimage(0, top, below.getWidth(), below.getHeight())))
                .isEqualTo(TestPictures.colors(below));
    }

    @ParameterizedTest
    @CsvSource({"1, 128", "6, 300"})
    void nothingStandsInTheMargins(int tiles, int size) {
        List<WeighedWord> words =
                Stream.of(LONG, "猫はどこにいますか", "", "?", LONG, "\u0000", LONG + LONG)
                        .map(text -> new WeighedWord(text, 0.8))
                        .toList();
        List<AnswerBar> bars =
                Stream.of(LONG, "", "猫はどこにいますか", LONG + LONG).map(a -> answer(a, 1, 1)).toList();
        BufferedImage head =
                head(
                        new QuestionSheet(
                                words,
                                LONG + LONG,
                                bars,
                                (LONG + " ").repeat(9),
                                maps(tiles, size)));
        int right = head.getWidth() - MARGIN;
        assertThat(TestPictures.colors(head.getSubimage(right, 0, MARGIN, head.getHeight())))
                .containsOnly(WHITE);
        assertThat(TestPictures.colors(head.getSubimage(0, 0, MARGIN - 2, head.getHeight())))
                .containsOnly(WHITE);
        assertThat(TestPictures.colors(head.getSubimage(0, 0, head.getWidth(), MARGIN - 1)))
                .containsOnly(WHITE);
    }

    @Test
    void wordsForTheAnswerAreBlueAndWordsAgainstItOrange() {
        int inField = MARGIN + 3;
        int positive = column(words(new WeighedWord("red", 0.6)), inField)[MARGIN + 20];
        int negative = column(words(new WeighedWord("red", -0.6)), inField)[MARGIN + 20];
        int none = column(words(new WeighedWord("red", 0)), inField)[MARGIN + 20];
        // 255 - 0.6 * (255 - full), for blue 0b4f9e and orange b35806
        assertThat(positive).isEqualTo(Rgb.of(109, 149, 197));
        assertThat(negative).isEqualTo(Rgb.of(209, 155, 106));
        assertThat(none).isEqualTo(WHITE);
    }

    @Test
    void weightsBeyondTheScaleCountAsItsEndsAndNanAsNothing() {
        assertThat(QuestionSheet.field(new WeighedWord("red", 7)))
                .isEqualTo(QuestionSheet.field(new WeighedWord("red", 1)));
        assertThat(QuestionSheet.field(new WeighedWord("red", Double.NEGATIVE_INFINITY)))
                .isEqualTo(QuestionSheet.field(new WeighedWord("red", -1)));
        assertThat(QuestionSheet.field(new WeighedWord("red", Double.NaN)))
                .isEqualTo(QuestionSheet.field(new WeighedWord("red", 0)));
    }

    @Test
    void everyWordCanBeReadOnItsColour() {
        assertThat(Rgb.contrast(0, WHITE)).isEqualTo(21);
        for (int weight = -100; weight <= 100; weight++) {
            Word word = QuestionSheet.field(new WeighedWord("red", weight / 100.0));
            assertThat(Rgb.contrast(word.field(), word.ink())).isGreaterThan(4);
        }
    }

    @Test
    void theLegendShowsBothColours() {
        BufferedImage head = words(new WeighedWord("red", 0));
        assertThat(count(TestPictures.colors(head), 0x0b4f9e)).isBetween(250L, 400L);
        assertThat(count(TestPictures.colors(head), 0xb35806)).isBetween(250L, 400L);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.004, 0.25, 0.5, 0.931, 1})
    void barsAreAsLongAsTheirAnswersAreProbable(double probability) {
        BufferedImage head = answers(answer("red", probability));
        int[] track = track(head);
        int length = track[1] - track[0];
        assertThat(length).isGreaterThan(300);
        int[] bar = places(firstBar(head), AnswerBars.BAR);
        assertThat(bar).hasSize((int) Math.round(probability * length));
        assertThat(bar).isEqualTo(IntStream.range(track[0], track[0] + bar.length).toArray());
    }

    @Test
    void barsOfOneSheetBeginAtOnePlaceAndEndOnOneScale() {
        BufferedImage head = answers(answer("yes", 0.5), answer("no idea at all", 0.25));
        int[] first = places(firstBar(head), AnswerBars.BAR);
        int[] second = places(line(head, MARGIN + 3 * AnswerBars.ROW / 2), AnswerBars.BAR);
        assertThat(second[0]).isEqualTo(first[0]);
        assertThat(first.length - 2 * second.length).isBetween(-1, 1);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.5", "1, 0.25", "0.4, 1", "0.4, 0", "0.4, 0.4"})
    void theMarkStandsWhereTheAnswerWouldBeWithoutThePicture(double probability, double without) {
        BufferedImage plain = answers(answer("red", probability));
        int[] track = track(plain);
        int y = MARGIN + (AnswerBars.ROW - AnswerBars.THICK) / 2 - 2;
        int[] mark = places(line(answers(answer("red", probability, without)), y), AnswerBars.MARK);
        int[] onTrack = Arrays.stream(mark).filter(x -> x > track[0] - 5).toArray();
        double expected = track[0] + without * (track[1] - track[0]);
        assertThat(onTrack).hasSize(2);
        assertThat(onTrack[1]).isBetween((int) expected - 1, (int) Math.ceil(expected));
        assertThat(Arrays.stream(places(line(plain, y), AnswerBars.MARK)))
                .noneMatch(x -> x > track[0] - 5);
    }

    @Test
    void marksAreExplainedWhereThereAreAny() {
        AnswerBar unknown = answer("red", 0.5);
        int without = answers(unknown, unknown).getHeight();
        int with = answers(unknown, answer("red", 0.5, 0.2)).getHeight();
        assertThat(with - without).isBetween(12, 30);
    }

    @Test
    void aLongLabelIsShortenedAndLeavesTheBarItsRoom() {
        BufferedImage head = answers(answer(LONG + " " + LONG, 1), answer("no", 0));
        int[] track = track(head);
        assertThat(track[0]).isBetween(MARGIN + 150, MARGIN + 512 / 3 + 12);
        assertThat(track[1] - track[0]).isGreaterThan(200);
        for (int x = track[0] - 8; x < track[0]; x++) {
            assertThat(column(head, x)).containsOnly(WHITE);
        }
    }

    @Test
    void rowsStandApart() {
        AnswerBar[] rows = new AnswerBar[10];
        Arrays.fill(rows, answer("Ågjpq|_", 0.3, 0.3));
        BufferedImage head = answers(rows);
        for (int row = 0; row <= rows.length; row++) {
            assertThat(line(head, MARGIN + row * AnswerBars.ROW)).containsOnly(WHITE);
        }
        int[] last = column(head, track(head)[1] - 1);
        assertThat(count(last, AnswerBars.TRACK)).isEqualTo(10 * AnswerBars.THICK);
    }

    @Test
    void tenAnswersAreDrawnAtMost() {
        AnswerBar[] rows = new AnswerBar[14];
        Arrays.fill(rows, 0, 10, answer("red", 0.1));
        Arrays.fill(rows, 10, 14, answer("a longer label", 0.9, 0.9));
        assertThat(TestPictures.colors(answers(rows)))
                .isEqualTo(TestPictures.colors(answers(Arrays.copyOf(rows, 10))));
    }

    @ParameterizedTest
    @CsvSource({
        "0.931, 93.1 %",
        "0.5, 50.0 %",
        "0.0625, 6.3 %",
        "0.001, 0.1 %",
        "0.0009, < 0.1 %",
        "0, < 0.1 %",
        "NaN, < 0.1 %",
        "0.999, 99.9 %",
        "0.9996, > 99.9 %",
        "1, > 99.9 %"
    })
    void percentagesNeverSayMoreThanIsKnown(double probability, String text) {
        assertThat(AnswerBars.percentage(probability)).isEqualTo(text);
    }

    @Test
    void probabilitiesBeyondTheScaleCountAsItsEnds() {
        assertThat(TestPictures.colors(answers(answer("red", 1.5, -2), answer("no", Double.NaN))))
                .isEqualTo(TestPictures.colors(answers(answer("red", 1, 0), answer("no", 0))));
    }

    @Test
    void answersStandBesideTheQuestionWhereTheSheetIsWide() {
        List<AnswerBar> bars = Collections.nCopies(5, answer("red", 0.5));
        BufferedImage wide = head(new QuestionSheet(QUESTION, "", bars, "", maps(6, 300)));
        BufferedImage narrow = head(new QuestionSheet(QUESTION, "", bars, "", small));
        assertThat(narrow.getHeight()).isGreaterThan(wide.getHeight() + 60);
        assertThat(track(wide)[0]).isGreaterThan(wide.getWidth() / 2);
    }

    @Test
    void theSentenceIsWrappedAndWhatIsEmptyTakesNoRoom() {
        int[] heights =
                Stream.of("", "One line.", "word ".repeat(25), "word ".repeat(900))
                        .map(text -> new QuestionSheet(QUESTION, "", List.of(), text, small))
                        .mapToInt(sheet -> head(sheet).getHeight())
                        .toArray();
        int line = heights[2] - heights[1];
        assertThat(line).isBetween(14, 22);
        assertThat(heights[3]).as("four lines").isEqualTo(heights[1] + 3 * line);
        assertThat(heights[1]).isGreaterThan(heights[0] + line);
        assertThat(words().getHeight()).as("no words, no legend").isEqualTo(MARGIN);
    }
}
