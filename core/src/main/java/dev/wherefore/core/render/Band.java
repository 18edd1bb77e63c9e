package dev.wherefore.core.render;

import java.awt.Graphics2D;
import java.util.List;

/** Something on a sheet, which knows its height before it is painted. */
interface Band {

    /** Returns how many rows of pixels this takes. */
    int height();

    /** Paints this from its upper left corner on. */
    void paint(Graphics2D graphics, int left, int top);

    /** Returns nothing, of some height. */
    static Band space(int height) {
        return new Space(height);
    }

    /** Returns lines of text. */
    static Band text(Lettering lettering, List<String> lines) {
        return new Text(lettering, lines);
    }

    /** Returns bands one under the other. */
    static Band column(List<Band> bands) {
        return new Column(bands);
    }

    /** Returns two bands with their upper edges in a line, the second {@code offset} further on. */
    static Band beside(Band first, Band second, int offset) {
        return new Beside(first, second, offset);
    }

    /** White. */
    record Space(int height) implements Band {
        @Override
        public void paint(Graphics2D graphics, int left, int top) {
            // the paper is white
        }
    }

    /** Lines that are broken already. */
    record Text(Lettering lettering, List<String> lines) implements Band {
        @Override
        public int height() {
            return lines.size() * lettering.lineHeight();
        }

        @Override
        public void paint(Graphics2D graphics, int left, int top) {
            lettering.write(graphics, lines, left, top);
        }
    }

    /** From the top downwards. */
    record Column(List<Band> bands) implements Band {
        @Override
        public int height() {
            return bands.stream().mapToInt(Band::height).sum();
        }

        @Override
        public void paint(Graphics2D graphics, int left, int top) {
            int y = top;
            for (Band band : bands) {
                band.paint(graphics, left, y);
                y += band.height();
            }
        }
    }

    /** From left to right. */
    record Beside(Band first, Band second, int offset) implements Band {
        @Override
        public int height() {
            return Math.max(first.height(), second.height());
        }

        @Override
        public void paint(Graphics2D graphics, int left, int top) {
            first.paint(graphics, left, top);
            second.paint(graphics, left + offset, top);
        }
    }
}
