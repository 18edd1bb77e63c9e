package dev.wherefore.core.render;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
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

    private static final int MARGIN = 24;
    private static final int GAP = 8;
    private static final int PAD = 6;
    private static final int SWATCH = 18;
    private static final Color FULL = new Color(0x0b4f9e);
    private static final int DARK = 0x16191d;
    private static final int LIGHT = 0xffffff;
    private static final double HALF = 0.5;

    /** Copies the lists. */
    public WordSheet {
        words = List.copyOf(words);
        marks = List.copyOf(marks);
    }

    /** A word at its place. */
    private record Placed(ScoredWord word, int x, int y) {}

    /**
     * Returns the sheet as a picture.
     *
     * @return a new picture of type {@code TYPE_INT_RGB}
     * @throws dev.wherefore.core.UserError if the machine has no fonts at all
     */
    public BufferedImage draw() {
        BufferedImage sheet = below.draw();
        Lettering dark = Lettering.of(Font.BOLD, 22, DARK);
        Lettering small = Lettering.of(Font.PLAIN, 14, 0x24292f);
        List<Placed> placed = placed(dark, sheet.getWidth() - 2 * MARGIN);
        int lines = placed.isEmpty() ? 0 : placed.get(placed.size() - 1).y() + row(dark);
        int head = MARGIN + lines + GAP + small.lineHeight();
        BufferedImage result =
                new BufferedImage(
                        sheet.getWidth(), head + sheet.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = result.createGraphics();
        try {
            Lettering.smooth(graphics);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, result.getWidth(), result.getHeight());
            placed.forEach(word -> paint(graphics, dark, word));
            legend(graphics, small, MARGIN + lines + GAP);
            graphics.drawImage(sheet, 0, head, null);
        } finally {
            graphics.dispose();
        }
        return result;
    }

    private static int row(Lettering lettering) {
        return lettering.lineHeight() + 2 * PAD + GAP;
    }

    private List<Placed> placed(Lettering lettering, int width) {
        List<Placed> placed = new ArrayList<>();
        int x = 0;
        int y = 0;
        for (ScoredWord word : words) {
            int wide = lettering.width(word.text()) + 2 * PAD;
            if (x > 0 && x + wide > width) {
                x = 0;
                y += row(lettering);
            }
            placed.add(new Placed(word, x, y));
            x += wide + GAP;
        }
        return placed;
    }

    private static void paint(Graphics2D graphics, Lettering dark, Placed placed) {
        double score = placed.word().score();
        int x = MARGIN + placed.x();
        int y = MARGIN + placed.y();
        int height = dark.lineHeight() + 2 * PAD;
        graphics.setColor(color(score));
        graphics.fillRoundRect(
                x, y, dark.width(placed.word().text()) + 2 * PAD, height, 2 * PAD, 2 * PAD);
        Lettering ink = score > HALF ? Lettering.of(Font.BOLD, 22, LIGHT) : dark;
        ink.write(graphics, placed.word().text(), x + PAD, y + PAD + dark.ascent());
    }

    private void legend(Graphics2D graphics, Lettering small, int top) {
        small.write(graphics, legend, MARGIN, top + small.ascent());
        int x = MARGIN + small.width(legend) + 2 * GAP;
        for (int i = 0; i < marks.size(); i++) {
            graphics.setColor(color(marks.size() == 1 ? 1 : scale(i)));
            graphics.fillRect(x, top, SWATCH, SWATCH);
            graphics.setColor(Color.LIGHT_GRAY);
            graphics.drawRect(x, top, SWATCH, SWATCH);
            small.write(graphics, marks.get(i), x + SWATCH + PAD, top + small.ascent());
            x += SWATCH + PAD + small.width(marks.get(i)) + 2 * GAP;
        }
    }

    /** 0, a third, 1. */
    private static double scale(int mark) {
        return mark == 2 ? 1 : mark / 3.0;
    }

    private static Color color(double score) {
        double share = Math.min(1, Math.max(0, score));
        return new Color(
                mixed(FULL.getRed(), share),
                mixed(FULL.getGreen(), share),
                mixed(FULL.getBlue(), share));
    }

    private static int mixed(int full, double share) {
        return (int) Math.round(LIGHT % 256 + share * (full - LIGHT % 256));
    }
}
