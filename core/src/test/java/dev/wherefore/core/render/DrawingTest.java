package dev.wherefore.core.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wherefore.core.render.BarPanel.Bar;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Drawings as pictures and as SVG. */
class DrawingTest {

    private static final Pattern CLIP = Pattern.compile("<clipPath id=\"(.*)\"><path d=\"(.*)\"/>");
    private static final Pattern PATH =
            Pattern.compile(
                    "<path fill=\"#(.{6})\"( fill-rule=\"evenodd\")?(?:"
                            + " clip-path=\"url\\(#(.*)\\)\")? d=\"(.*)\"/>");

    @Test
    void aShapeIsAPathWhereThePenHasMovedTo() {
        Drawing drawing =
                new Drawing(
                        40,
                        20,
                        pen -> {
                            pen.translate(10, 5);
                            pen.setColor(new Color(0x12, 0x34, 0x56));
                            pen.fillRect(0, 0, 8, 4);
                            pen.setColor(new Color(255, 0, 0, 51));
                            pen.clipRect(1, 1, 2, 2);
                            pen.fillRect(0, 0, 3, 3);
                        });
        assertThat(drawing.svg())
                .startsWith(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\""
                                + " viewBox=\"0 0 40 20\">")
                .contains("<path fill=\"#ffffff\" d=\"M0 0L40 0L40 20L0 20L0 0Z\"/>")
                .contains("<path fill=\"#123456\" d=\"M10 5L18 5L18 9L10 9L10 5Z\"/>")
                .contains("<clipPath id=\"c0\"><path d=\"M11 6L13 6L13 8L11 8L11 6Z\"/></clipPath>")
                .contains(
                        "<path fill=\"#ff0000\" fill-opacity=\"0.200\" clip-path=\"url(#c0)\""
                                + " d=\"M10 5L13 5L13 8L10 8L10 5Z\"/>");
        assertThat(drawing.picture().getRGB(17, 8)).isEqualTo(0xff123456);
        assertThat(drawing.picture().getRGB(18, 8)).isEqualTo(0xffffffff);
    }

    @Test
    void barsReachAsFarAsTheirNumbersAndLookTheSameAsSvg() {
        BarSheet sheet =
                new BarSheet(
                        List.of(
                                new BarPanel(
                                        "pointing game",
                                        "more is better",
                                        List.of(
                                                new Bar("grad-cam", 0.8, 0.7, 0.9, false),
                                                new Bar("centre", 0.4, 0.4, 0.4, true)))));
        Drawing drawing = sheet.drawing();
        BufferedImage picture = drawing.picture();
        // the axis goes from 0 to 1 over 300 pixels; the whisker's ends cover a little
        assertThat(count(picture, 0xff0072b2)).isBetween(240 * 12 - 180, 240 * 12);
        assertThat(count(picture, 0xffa9b4c0)).isBetween(120 * 12 - 40, 120 * 12);
        BufferedImage again = drawn(drawing.svg(), picture.getWidth(), picture.getHeight());
        assertThat(count(again, 0xff0072b2)).isCloseTo(count(picture, 0xff0072b2), within(2));
        assertThat(difference(picture, again)).isLessThan(2);
    }

    private static Percentage within(double share) {
        return Percentage.withPercentage(share);
    }

    private static int count(BufferedImage picture, int rgb) {
        int count = 0;
        for (int i = 0; i < picture.getWidth() * picture.getHeight(); i++) {
            count += picture.getRGB(i % picture.getWidth(), i / picture.getWidth()) == rgb ? 1 : 0;
        }
        return count;
    }

    /** The mean difference of the greens, of 255. */
    private static double difference(BufferedImage one, BufferedImage other) {
        double sum = 0;
        int pixels = one.getWidth() * one.getHeight();
        for (int i = 0; i < pixels; i++) {
            int x = i % one.getWidth();
            int y = i / one.getWidth();
            sum += Math.abs((one.getRGB(x, y) >> 8 & 255) - (other.getRGB(x, y) >> 8 & 255));
        }
        return sum / pixels;
    }

    /** What a program shows that knows the paths of SVG. */
    private static BufferedImage drawn(String svg, int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        Map<String, Path2D> clips = new HashMap<>();
        for (Matcher clip = CLIP.matcher(svg); clip.find(); ) {
            clips.put(clip.group(1), path(clip.group(2)));
        }
        for (Matcher path = PATH.matcher(svg); path.find(); ) {
            pen.setColor(new Color(Integer.parseInt(path.group(1), 16)));
            pen.setClip(path.group(3) == null ? null : clips.get(path.group(3)));
            Path2D shape = path(path.group(4));
            shape.setWindingRule(
                    path.group(2) == null ? Path2D.WIND_NON_ZERO : Path2D.WIND_EVEN_ODD);
            pen.fill(shape);
        }
        pen.dispose();
        return picture;
    }

    private static Path2D path(String text) {
        Path2D path = new Path2D.Double();
        for (Matcher part = Pattern.compile("([MLQCZ])([^MLQCZ]*)").matcher(text); part.find(); ) {
            double[] n =
                    new Scanner(part.group(2)).tokens().mapToDouble(Double::parseDouble).toArray();
            switch (part.group(1)) {
                case "M" -> path.moveTo(n[0], n[1]);
                case "L" -> path.lineTo(n[0], n[1]);
                case "Q" -> path.quadTo(n[0], n[1], n[2], n[3]);
                case "C" -> path.curveTo(n[0], n[1], n[2], n[3], n[4], n[5]);
                default -> path.closePath();
            }
        }
        return path;
    }
}
