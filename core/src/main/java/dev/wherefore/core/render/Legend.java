package dev.wherefore.core.render;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/** What colours mean: a sentence, then a patch of each colour with its name. */
final class Legend implements Band {

    private static final int GAP = 16;
    private static final int PAD = 6;
    private static final int PATCH = 18;
    private static final int LINES = 3;

    private final Lettering lettering = Lettering.of(Font.PLAIN, 14, 0x24292f);
    private final List<String> sentence;
    private final List<Placed> placed;

    /**
     * Lays a legend out.
     *
     * @param sentence what stands before the patches; may be empty
     * @param marks the colours, in their order
     * @param width how long a line may be
     */
    Legend(String sentence, List<Mark> marks, int width) {
        this.sentence = lettering.wrapped(sentence, width, LINES);
        placed = placed(marks, width);
    }

    /**
     * A colour and what it means.
     *
     * @param name its meaning
     * @param rgb the colour, {@code 0xRRGGBB}
     */
    record Mark(String name, int rgb) {}

    /** A patch in its line, with what is written of its name. */
    private record Placed(String name, int rgb, int x, int line) {}

    @Override
    public int height() {
        int last = placed.isEmpty() ? sentence.size() - 1 : placed.get(placed.size() - 1).line();
        return last < 0 ? 0 : last * pitch() + lettering.lineHeight();
    }

    @Override
    public void paint(Graphics2D graphics, int left, int top) {
        for (int i = 0; i < sentence.size(); i++) {
            write(graphics, sentence.get(i), left, top + i * pitch());
        }
        for (Placed mark : placed) {
            int x = left + mark.x();
            int y = top + mark.line() * pitch();
            graphics.setColor(new Color(mark.rgb()));
            graphics.fillRect(x, y, PATCH, PATCH);
            graphics.setColor(Color.LIGHT_GRAY);
            graphics.drawRect(x, y, PATCH, PATCH);
            write(graphics, mark.name(), x + PATCH + PAD, y);
        }
    }

    private void write(Graphics2D graphics, String text, int left, int top) {
        lettering.write(graphics, text, left, top + lettering.ascent());
    }

    private int pitch() {
        return Math.max(lettering.lineHeight(), PATCH + PAD);
    }

    /** Puts the patches behind the sentence if all have room there, else into lines below it. */
    private List<Placed> placed(List<Mark> marks, int width) {
        int line = Math.max(sentence.size() - 1, 0);
        int x = sentence.isEmpty() ? 0 : lettering.width(sentence.get(line)) + GAP;
        int all = marks.stream().mapToInt(mark -> wide(mark.name()) + GAP).sum() - GAP;
        boolean below = x > 0 && x + all > width;
        return flowing(marks, below ? 0 : x, below ? line + 1 : line, width);
    }

    private List<Placed> flowing(List<Mark> marks, int firstX, int firstLine, int width) {
        List<Placed> result = new ArrayList<>();
        int x = firstX;
        int line = firstLine;
        for (Mark mark : marks) {
            String name = lettering.fitting(mark.name(), width - PATCH - PAD);
            if (x > 0 && x + wide(name) > width) {
                x = 0;
                line++;
            }
            result.add(new Placed(name, mark.rgb(), x, line));
            x += wide(name) + GAP;
        }
        return result;
    }

    private int wide(String name) {
        return PATCH + PAD + lettering.width(name);
    }
}
