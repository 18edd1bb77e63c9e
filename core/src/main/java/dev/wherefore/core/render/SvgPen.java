package dev.wherefore.core.render;

import java.awt.Color;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Writes what is drawn as SVG: every shape is a path, text too, so that it looks the same wherever
 * it is shown.
 *
 * @see <a href="https://www.w3.org/TR/SVG11/paths.html">SVG 1.1, paths</a>
 */
final class SvgPen extends ShapePen {

    private static final int OPAQUE = 255;
    private static final String[] COMMANDS = {"M", "L", "Q", "C", "Z"};
    private static final int[] NUMBERS = {2, 2, 4, 6, 0};

    /** What all pens of one drawing have written, and what they have cut it by. */
    private record Page(StringBuilder paths, Map<String, String> clips) {}

    private final Page page;

    /** A pen for a new drawing. */
    SvgPen() {
        this(
                new Page(new StringBuilder(), new LinkedHashMap<>()),
                new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics());
    }

    private SvgPen(Page page, Graphics2D state) {
        super(state);
        this.page = page;
    }

    @Override
    public Graphics create() {
        return new SvgPen(page, copyOfState());
    }

    @Override
    public void fill(Shape shape) {
        String path = path(shape);
        if (path.isEmpty()) {
            return;
        }
        Color color = getColor();
        page.paths.append("<path fill=\"#%06x\"".formatted(color.getRGB() & 0xffffff));
        if (color.getAlpha() < OPAQUE) {
            String share = String.format(Locale.ROOT, "%.3f", color.getAlpha() / (double) OPAQUE);
            page.paths.append(" fill-opacity=\"").append(share).append('"');
        }
        if (shape.getPathIterator(null).getWindingRule() == PathIterator.WIND_EVEN_ODD) {
            page.paths.append(" fill-rule=\"evenodd\"");
        }
        Shape clip = getClip();
        if (clip != null) {
            String id = page.clips.computeIfAbsent(path(clip), p -> "c" + page.clips.size());
            page.paths.append(" clip-path=\"url(#").append(id).append(")\"");
        }
        page.paths.append(" d=\"").append(path).append("\"/>\n");
    }

    /** A shape as SVG says it, on the page; empty for one without lines. */
    private String path(Shape shape) {
        StringBuilder path = new StringBuilder();
        double[] numbers = new double[NUMBERS[PathIterator.SEG_CUBICTO]];
        for (PathIterator at = shape.getPathIterator(getTransform()); !at.isDone(); at.next()) {
            int segment = at.currentSegment(numbers);
            path.append(COMMANDS[segment]);
            for (int i = 0; i < NUMBERS[segment]; i++) {
                path.append(i == 0 ? "" : " ").append(number(numbers[i]));
            }
        }
        return path.toString();
    }

    /** A number of at most two decimals: a hundredth of a pixel is seen by nobody. */
    private static String number(double value) {
        double rounded = Math.round(value * 100) / 100.0;
        return rounded == Math.rint(rounded)
                ? Long.toString((long) rounded)
                : Double.toString(rounded);
    }

    /** The file's text. */
    String svg(int width, int height) {
        StringBuilder text = new StringBuilder();
        text.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%2$d\" viewBox=\"0 0 %1$d %2$d\">\n"
                        .formatted(width, height));
        page.clips.forEach(
                (path, id) ->
                        text.append("<clipPath id=\"%s\"><path d=\"".formatted(id))
                                .append(path)
                                .append("\"/></clipPath>\n"));
        return text.append(page.paths).append("</svg>\n").toString();
    }
}
