package dev.wherefore.core.render;

import dev.wherefore.core.image.Plane;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Concepts over their picture, each in a colour of its own where it is the strongest, and below
 * what each adds. The colours are Okabe and Ito's, which people tell apart who see no red or no
 * green.
 *
 * @param opacity how much of the picture a concept hides where it is strongest, in [0, 1]
 */
public record ConceptOverlay(float opacity) {

    private static final int[] COLORS = {
        0xe69f00, 0x56b4e9, 0x009e73, 0xf0e442, 0xd55e00, 0xcc79a7, 0x0072b2, 0x555555
    };
    private static final int WIDTH = 280;
    private static final int PAD = 8;

    /**
     * Draws concepts.
     *
     * @param picture the picture
     * @param maps how much of each concept is at each pixel, of the picture's size, at most 8
     * @param shares what each adds to the target
     * @return a new picture, higher by the legend
     */
    public BufferedImage draw(BufferedImage picture, List<Plane> maps, List<Float> shares) {
        if (maps.size() > COLORS.length) {
            throw new IllegalArgumentException(
                    "at most "
                            + COLORS.length
                            + " concepts can be told apart, found "
                            + maps.size());
        }
        List<Plane> spread = maps.stream().map(ConceptOverlay::spread).toList();
        BufferedImage legend = legend(shares);
        int width = picture.getWidth();
        int below = legend.getHeight() * width / legend.getWidth();
        BufferedImage result =
                new BufferedImage(width, picture.getHeight() + below, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < width; x++) {
                result.setRGB(x, y, color(picture.getRGB(x, y) & 0xffffff, spread, y, x));
            }
        }
        Graphics2D graphics = result.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(legend, 0, picture.getHeight(), width, below, null);
        graphics.dispose();
        return result;
    }

    private static Plane spread(Plane map) {
        float most = map.max();
        return most > 0 ? map.map(v -> v / most) : map;
    }

    private int color(int rgb, List<Plane> maps, int y, int x) {
        int strongest = 0;
        for (int k = 1; k < maps.size(); k++) {
            if (maps.get(k).at(y, x) > maps.get(strongest).at(y, x)) {
                strongest = k;
            }
        }
        float value = Math.min(1, Math.max(0, maps.get(strongest).at(y, x)));
        int under = Rgb.greyed(rgb, OverlayNumbers.GREYING);
        return Rgb.mix(under, COLORS[strongest], opacity * value);
    }

    private static BufferedImage legend(List<Float> shares) {
        List<Legend.Mark> marks = new ArrayList<>();
        for (int k = 0; k < shares.size(); k++) {
            String share = String.format(Locale.ROOT, "%+.2f", shares.get(k));
            marks.add(new Legend.Mark(share, COLORS[k]));
        }
        Legend legend = new Legend("", marks, WIDTH - 2 * PAD);
        BufferedImage drawn =
                new BufferedImage(WIDTH, legend.height() + 2 * PAD, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = drawn.createGraphics();
        Lettering.smooth(graphics);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
        legend.paint(graphics, PAD, PAD);
        graphics.dispose();
        return drawn;
    }
}
