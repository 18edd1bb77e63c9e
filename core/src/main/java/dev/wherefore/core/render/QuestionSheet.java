package dev.wherefore.core.render;

import dev.wherefore.core.render.Legend.Mark;
import dev.wherefore.core.render.WordFields.Word;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A question about a picture, its answers and why, above a contact sheet: the question's words
 * coloured by what they add to the answer or take from it, a bar for each answer, and a sentence.
 * Blue speaks for the answer and orange against it, which colour-blind readers tell apart too. What
 * is empty takes no room. The sheet is as wide as the one below, and at least 560 pixels; where it
 * is wide enough, the answers stand beside the question.
 *
 * @param words the question
 * @param legend what stands before the names of the two colours; may be empty
 * @param answers the answers, from the top downwards; what follows the tenth is not drawn
 * @param sentence what is to be said about them, at most four lines when drawn; may be empty
 * @param below the sheet below
 */
public record QuestionSheet(
        List<WeighedWord> words,
        String legend,
        List<AnswerBar> answers,
        String sentence,
        ContactSheet below) {

    /**
     * A word of the question.
     *
     * @param text the word
     * @param weight what it adds to the answer, or takes from it where negative: from −1 to 1 for
     *     the full colours, 0 for white. What is beyond counts as these, NaN as 0.
     */
    public record WeighedWord(String text, double weight) {}

    /**
     * An answer.
     *
     * @param label the answer; shortened when drawn where it is long
     * @param probability its probability, in [0, 1]. What is beyond counts as these, NaN as 0.
     * @param withoutPicture the probability that it would have had without the picture, which is
     *     marked on the same scale, if it is known
     */
    public record AnswerBar(String label, double probability, OptionalDouble withoutPicture) {}

    private static final int NARROWEST = 560;
    private static final int GAP = 8;
    private static final int SECTION = 20;
    private static final int BETWEEN = 48;
    private static final int TILE_GAP = 16;
    private static final int LINES = 4;
    private static final int WHITE = 0xffffff;
    private static final int FOR = 0x0b4f9e;
    private static final int AGAINST = 0xb35806;

    /** Copies the lists. */
    public QuestionSheet {
        words = List.copyOf(words);
        answers = List.copyOf(answers);
    }

    /**
     * Returns the sheet as a picture.
     *
     * @return a new picture of type {@code TYPE_INT_RGB}
     * @throws dev.wherefore.core.UserError if the machine has no fonts at all
     */
    public BufferedImage draw() {
        BufferedImage sheet = below.draw();
        int width = Math.max(sheet.getWidth(), NARROWEST);
        return new SheetHead(head(width - 2 * SheetHead.MARGIN)).above(sheet, width);
    }

    /** Returns all that stands above the maps; the answers beside the question where both fit. */
    private Band head(int width) {
        if (width < 2 * NARROWEST || words.isEmpty() || answers.isEmpty()) {
            return parts(List.of(question(width), answers(width), sentence(width)));
        }
        int half = (width + TILE_GAP) / 2;
        Band left = parts(List.of(question(half - BETWEEN), sentence(half - BETWEEN)));
        return Band.beside(left, answers(width - half), half);
    }

    /** Returns those that are not empty, one under the other with space between. */
    private static Band parts(List<Band> bands) {
        List<Band> parts = new ArrayList<>();
        for (Band band : bands) {
            if (band.height() > 0) {
                parts.add(Band.space(parts.isEmpty() ? 0 : SECTION));
                parts.add(band);
            }
        }
        return Band.column(parts);
    }

    private Band question(int width) {
        if (words.isEmpty()) {
            return Band.space(0);
        }
        List<Word> fields = words.stream().map(QuestionSheet::field).toList();
        return Band.column(
                List.of(
                        new WordFields(fields, width),
                        Band.space(GAP),
                        new Legend(legend, marks(), width)));
    }

    private Band answers(int width) {
        return new AnswerBars(answers, width);
    }

    private Band sentence(int width) {
        Lettering lettering = Lettering.of(Font.PLAIN, 14, 0x24292f);
        return Band.text(lettering, lettering.wrapped(sentence, width, LINES));
    }

    private static List<Mark> marks() {
        return List.of(new Mark("speaks for the answer", FOR), new Mark("against it", AGAINST));
    }

    /** Returns the word on its colour, in the ink that can be read better there. */
    static Word field(WeighedWord word) {
        int color = color(word.weight());
        double onDark = Rgb.contrast(color, WordFields.DARK);
        double onLight = Rgb.contrast(color, WordFields.LIGHT);
        return new Word(word.text(), color, onDark >= onLight ? WordFields.DARK : WordFields.LIGHT);
    }

    private static int color(double weight) {
        double strength = Math.min(Math.abs(weight), 1);
        return Double.isNaN(weight)
                ? WHITE
                : Rgb.mix(WHITE, weight > 0 ? FOR : AGAINST, (float) strength);
    }
}
