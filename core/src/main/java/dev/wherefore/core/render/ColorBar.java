package dev.wherefore.core.render;

import java.awt.Color;
import java.awt.Graphics2D;

/**
 * What the colours of a contact sheet mean.
 *
 * @param colors the colour map
 * @param low what stands at the coldest colour: {@code "0"}
 * @param high what stands at the hottest colour: {@code "1"}
 */
public record ColorBar(ColorMap colors, String low, String high) {

    static final int HEIGHT = 14;

    private static final int LENGTH = ColorMap.SIZE;
    private static final int GAP = 8;

    /** Draws the bar between its labels; long labels are shortened to fit. */
    void draw(Graphics2D graphics, Lettering lettering, int left, int top, int width) {
        int length = Math.min(LENGTH, width / 2);
        int room = Math.max((width - length) / 2 - GAP, 1);
        String lowText = lettering.shortened(low, room);
        String highText = lettering.shortened(high, room);
        int baseline = top + (HEIGHT + lettering.ascent() - lettering.descent()) / 2;
        int barLeft = left + lettering.width(lowText) + GAP;
        lettering.write(graphics, lowText, left, baseline);
        for (int x = 0; x < length; x++) {
            graphics.setColor(new Color(colors.rgb(x / (length - 1f))));
            graphics.fillRect(barLeft + x, top, 1, HEIGHT);
        }
        lettering.write(graphics, highText, barLeft + length + GAP, baseline);
    }
}
