package dev.wherefore.core.render;

import dev.wherefore.core.UserError;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Type of one size and colour: measures, wraps, shortens and writes text of any language. */
final class Lettering {

    private final Font font;
    private final FontMetrics metrics;
    private final Color color;
    private final String ellipsis;

    private Lettering(Font font, FontMetrics metrics, Color color) {
        this.font = font;
        this.metrics = metrics;
        this.color = color;
        this.ellipsis = font.canDisplay('…') ? "…" : "...";
    }

    /**
     * Returns type in the machine's sans-serif font.
     *
     * @param style {@link Font#PLAIN}, {@link Font#BOLD} or {@link Font#ITALIC}
     * @param size in pixels
     * @param rgb the colour, {@code 0xRRGGBB}
     * @throws UserError if the machine has no fonts at all
     */
    static Lettering of(int style, int size, int rgb) {
        Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        try {
            smooth(graphics);
            Font font = new Font(Font.SANS_SERIF, style, size);
            return new Lettering(font, graphics.getFontMetrics(font), new Color(rgb));
        } catch (RuntimeException | LinkageError | InternalError e) {
            throw new UserError(
                    "this machine has no fonts to write captions with: install fontconfig and a"
                            + " font such as DejaVu Sans",
                    e);
        } finally {
            graphics.dispose();
        }
    }

    /** Returns the same type in another colour, {@code 0xRRGGBB}. */
    Lettering in(int rgb) {
        return new Lettering(font, metrics, new Color(rgb));
    }

    /** Switches smooth edges on, for type and lines. */
    static void smooth(Graphics2D graphics) {
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    }

    int ascent() {
        return metrics.getAscent();
    }

    int descent() {
        return metrics.getDescent();
    }

    int lineHeight() {
        return metrics.getHeight();
    }

    int width(String text) {
        return metrics.stringWidth(text);
    }

    void write(Graphics2D graphics, String text, int x, int baseline) {
        graphics.setFont(font);
        graphics.setColor(color);
        graphics.drawString(text, x, baseline);
    }

    /** Writes lines from {@code top} downwards and returns where the next would begin. */
    int write(Graphics2D graphics, List<String> lines, int left, int top) {
        int y = top;
        for (String line : lines) {
            write(graphics, line, left, y + ascent());
            y += lineHeight();
        }
        return y;
    }

    /** Returns text as it is where it is no wider than {@code width}, shortened where it is. */
    String fitting(String text, int width) {
        return width(text) <= width ? text : shortened(text, width);
    }

    /** Returns text in one line no wider than {@code width}, with an ellipsis where it was cut. */
    String shortened(String text, int width) {
        List<String> lines = wrapped(text, width, 1);
        return lines.isEmpty() ? "" : lines.get(0);
    }

    /**
     * Returns text in lines no wider than {@code width}, broken between words where possible, with
     * an ellipsis at the end where it does not fit.
     */
    List<String> wrapped(String text, int width, int atMost) {
        List<String> lines = new ArrayList<>();
        String rest = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        while (!rest.isEmpty()) {
            if (width(rest) <= width) {
                lines.add(rest);
                return lines;
            }
            if (lines.size() == atMost - 1) {
                int end =
                        lastFitting(
                                BreakIterator.getCharacterInstance(Locale.ROOT),
                                rest,
                                width - width(ellipsis));
                lines.add(rest.substring(0, end).stripTrailing() + ellipsis);
                return lines;
            }
            int end = lastFitting(BreakIterator.getLineInstance(Locale.ROOT), rest, width);
            if (end == 0) {
                BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
                end = Math.max(lastFitting(characters, rest, width), firstBreak(characters));
            }
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        return lines;
    }

    /**
     * Returns the last break before the text grows wider than {@code width}, 0 if there is none.
     */
    private int lastFitting(BreakIterator breaks, String text, int width) {
        breaks.setText(text);
        int last = breaks.first();
        int next = breaks.next();
        while (next != BreakIterator.DONE
                && width(text.substring(0, next).stripTrailing()) <= width) {
            last = next;
            next = breaks.next();
        }
        return last;
    }

    private static int firstBreak(BreakIterator breaks) {
        breaks.first();
        return breaks.next();
    }
}
