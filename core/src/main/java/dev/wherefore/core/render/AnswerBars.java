package dev.wherefore.core.render;

import dev.wherefore.core.render.QuestionSheet.AnswerBar;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Answers, a row each: the label, a bar as long as the answer is probable on a track from 0 to 1,
 * and the probability in figures. A mark on the track is the probability without the picture.
 */
final class AnswerBars implements Band {

    /** How much of a row its bar takes. */
    static final int THICK = 14;

    /** From one row to the next. */
    static final int ROW = 26;

    static final int BAR = 0x5f7285;
    static final int TRACK = 0xe9edf1;
    static final int MARK = 0x16191d;

    private static final int MOST = 10;
    private static final int GAP = 12;
    private static final int LONGEST = 480;
    private static final int PAD = 6;
    private static final int OVER = 3;
    private static final int ABOVE_KEY = 4;
    private static final int SMALL = 8;
    private static final double LEAST = 0.001;
    private static final String WITH = "with the picture";
    private static final String WITHOUT = "without the picture";

    private final Lettering labels = Lettering.of(Font.PLAIN, 15, 0x16191d);
    private final Lettering figures = Lettering.of(Font.PLAIN, 14, 0x24292f);
    private final Lettering notes = Lettering.of(Font.PLAIN, 13, 0x57606a);
    private final List<AnswerBar> answers;
    private final int labelWidth;
    private final int figureWidth;
    private final int track;

    /**
     * Lays answers out.
     *
     * @param answers the answers; the first ten count
     * @param width how wide a row may be; labels take a third at most
     */
    AnswerBars(List<AnswerBar> answers, int width) {
        this.answers = answers.subList(0, Math.min(answers.size(), MOST));
        labelWidth = Math.min(widest(this.answers), width / 3);
        figureWidth =
                this.answers.stream()
                        .mapToInt(row -> figures.width(percentage(row.probability())))
                        .max()
                        .orElse(0);
        track = Math.min(width - labelWidth - figureWidth - 2 * GAP, LONGEST);
    }

    private int widest(List<AnswerBar> rows) {
        return rows.stream().mapToInt(row -> labels.width(row.label())).max().orElse(0);
    }

    /** Returns a probability in figures, one behind the point. */
    static String percentage(double probability) {
        if (probability > 1 - LEAST) {
            return "> 99.9 %";
        }
        return probability >= LEAST
                ? String.format(Locale.ROOT, "%.1f %%", 100 * probability)
                : "< 0.1 %";
    }

    @Override
    public int height() {
        return answers.size() * ROW + (marked() ? ABOVE_KEY + notes.lineHeight() : 0);
    }

    private boolean marked() {
        return answers.stream().anyMatch(row -> row.withoutPicture().isPresent());
    }

    @Override
    public void paint(Graphics2D graphics, int left, int top) {
        int y = top;
        for (AnswerBar answer : answers) {
            paint(graphics, answer, left, y);
            y += ROW;
        }
        if (marked()) {
            key(graphics, left + labelWidth + GAP, y + ABOVE_KEY);
        }
    }

    /** Says what bars and marks are, from {@code left} on. */
    private void key(Graphics2D graphics, int left, int top) {
        int middle = top + notes.lineHeight() / 2;
        graphics.setColor(new Color(BAR));
        graphics.fillRect(left, middle - SMALL / 2, 2 * SMALL, SMALL);
        int x = left + 2 * SMALL + PAD;
        notes.write(graphics, WITH, x, top + notes.ascent());
        x += notes.width(WITH) + 2 * GAP;
        mark(graphics, x, middle - THICK / 2, THICK);
        notes.write(graphics, WITHOUT, x + PAD, top + notes.ascent());
    }

    private void paint(Graphics2D graphics, AnswerBar answer, int left, int top) {
        String label = labels.fitting(answer.label(), labelWidth);
        labels.write(
                graphics, label, left + labelWidth - labels.width(label), baseline(labels, top));
        int x = left + labelWidth + GAP;
        int y = top + (ROW - THICK) / 2;
        graphics.setColor(new Color(TRACK));
        graphics.fillRect(x, y, track, THICK);
        graphics.setColor(new Color(BAR));
        graphics.fillRect(x, y, along(answer.probability()), THICK);
        OptionalDouble without = answer.withoutPicture();
        if (without.isPresent()) {
            mark(graphics, x + along(without.getAsDouble()), y - OVER, THICK + 2 * OVER);
        }
        String figure = percentage(answer.probability());
        int right = x + track + GAP + figureWidth;
        figures.write(graphics, figure, right - figures.width(figure), baseline(figures, top));
    }

    /** Draws a dark line two pixels wide, its middle at {@code x}, on a white edge. */
    private static void mark(Graphics2D graphics, int x, int top, int height) {
        graphics.setColor(Color.WHITE);
        graphics.fillRect(x - 2, top, 4, height);
        graphics.setColor(new Color(MARK));
        graphics.fillRect(x - 1, top, 2, height);
    }

    private static int baseline(Lettering lettering, int top) {
        return top + (ROW + lettering.ascent() - lettering.descent()) / 2;
    }

    private int along(double probability) {
        double share = probability > 0 ? Math.min(probability, 1) : 0;
        return (int) Math.round(share * track);
    }
}
