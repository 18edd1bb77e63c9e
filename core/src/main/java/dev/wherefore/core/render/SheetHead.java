package dev.wherefore.core.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/**
 * What stands above a contact sheet.
 *
 * @param content all of it
 */
record SheetHead(Band content) {

    /** What a contact sheet leaves at its edges too. */
    static final int MARGIN = 24;

    /** Returns a drawn contact sheet with this above it, at least {@code width} wide. */
    BufferedImage above(BufferedImage sheet, int width) {
        int head = MARGIN + content.height();
        BufferedImage result =
                new BufferedImage(
                        Math.max(width, sheet.getWidth()),
                        head + sheet.getHeight(),
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = result.createGraphics();
        try {
            Lettering.smooth(graphics);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, result.getWidth(), result.getHeight());
            content.paint(graphics, MARGIN, MARGIN);
            graphics.drawImage(sheet, 0, head, null);
        } finally {
            graphics.dispose();
        }
        return result;
    }
}
