package dev.wherefore.core.render;

import dev.wherefore.core.render.Legend.Mark;
import dev.wherefore.core.render.WordFields.Word;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * A sentence whose words are coloured by a number each, with what the colours mean, above a contact
 * sheet. The colours go from white to a blue that colour-blind readers tell apart too.
 *
 * @param words the sentence
 * @param legend what the colours mean
 * @param marks the names of 0, of a third and of 1 on the scale
 * @param below the sheet below
 */
public record WordSheet(
        List<ScoredWord> words, String legend, List<String> marks, ContactSheet below) {

    /**
     * A word and its number.
     *
     * @param text the word
     * @param score from 0 for white to 1 for the full colour; what is beyond counts as these
     */
    public record ScoredWord(String text, double score) {}

    private static final int GAP = 8;
    private static final int WHITE = 0xffffff;
    private static final int FULL = 0x0b4f9e;
    private static final double HALF = 0.5;

    /** Copies the lists. */
    public WordSheet {
        words = List.copyOf(words);
        marks = List.copyOf(marks);
    }

    /**
     * Returns the sheet as a picture.
     *
     * @return a new picture of type {@code TYPE_INT_RGB}
     * @throws dev.wherefore.core.UserError if the machine has no fonts at all
     */
    public BufferedImage draw() {
        BufferedImage sheet = below.draw();
        int width = sheet.getWidth() - 2 * SheetHead.MARGIN;
        List<Word> fields = words.stream().map(WordSheet::field).toList();
        Band sentence = new WordFields(fields, width);
        Band meaning = new Legend(legend, scale(), width);
        return new SheetHead(Band.column(List.of(sentence, Band.space(GAP), meaning)))
                .above(sheet, 0);
    }

    private static Word field(ScoredWord word) {
        int ink = word.score() > HALF ? WordFields.LIGHT : WordFields.DARK;
        return new Word(word.text(), color(word.score()), ink);
    }

    private List<Mark> scale() {
        List<Mark> scale = new ArrayList<>();
        for (int i = 0; i < marks.size(); i++) {
            scale.add(new Mark(marks.get(i), color(marks.size() == 1 ? 1 : scale(i))));
        }
        return scale;
    }

    /** 0, a third, 1. */
    private static double scale(int mark) {
        return mark == 2 ? 1 : mark / 3.0;
    }

    private static int color(double score) {
        return Rgb.mix(WHITE, FULL, (float) Math.min(1, Math.max(0, score)));
    }
}
