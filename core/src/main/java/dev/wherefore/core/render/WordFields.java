package dev.wherefore.core.render;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/** Words in a line, each on a field of its colour, and in further lines where one is full. */
final class WordFields implements Band {

    /** The type of words on pale fields. */
    static final int DARK = 0x16191d;

    /** The type of words on strong colours. */
    static final int LIGHT = 0xffffff;

    private static final int GAP = 8;
    private static final int PAD = 6;

    private final Lettering lettering = Lettering.of(Font.BOLD, 22, DARK);
    private final List<Placed> placed;

    /**
     * Lays words out.
     *
     * @param words the words; one that is wider than a line is shortened
     * @param width how long a line may be
     */
    WordFields(List<Word> words, int width) {
        placed = placed(words, width);
    }

    /**
     * A word and its colours, {@code 0xRRGGBB}.
     *
     * @param text the word
     * @param field the colour around it
     * @param ink the colour of its letters
     */
    record Word(String text, int field, int ink) {}

    /** What is written of a word, and where its field is. */
    private record Placed(Word word, String text, int x, int y, int width) {}

    /** {@inheritDoc} Includes the gap to what follows. */
    @Override
    public int height() {
        return placed.isEmpty() ? 0 : placed.get(placed.size() - 1).y() + fieldHeight() + GAP;
    }

    @Override
    public void paint(Graphics2D graphics, int left, int top) {
        for (Placed field : placed) {
            int x = left + field.x();
            int y = top + field.y();
            graphics.setColor(new Color(field.word().field()));
            graphics.fillRoundRect(x, y, field.width(), fieldHeight(), 2 * PAD, 2 * PAD);
            lettering
                    .in(field.word().ink())
                    .write(graphics, field.text(), x + PAD, y + PAD + lettering.ascent());
        }
    }

    private int fieldHeight() {
        return lettering.lineHeight() + 2 * PAD;
    }

    private List<Placed> placed(List<Word> words, int width) {
        List<Placed> result = new ArrayList<>();
        int x = 0;
        int y = 0;
        for (Word word : words) {
            String text = lettering.fitting(word.text(), width - 2 * PAD);
            int wide = lettering.width(text) + 2 * PAD;
            if (x > 0 && x + wide > width) {
                x = 0;
                y += fieldHeight() + GAP;
            }
            result.add(new Placed(word, text, x, y, wide));
            x += wide + GAP;
        }
        return result;
    }
}
