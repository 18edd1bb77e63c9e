package dev.wherefore.core.experiment;

import dev.wherefore.core.explain.Concept;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.explain.MapSign;
import dev.wherefore.core.explain.Reading;
import dev.wherefore.core.explain.Verdict;
import dev.wherefore.core.image.Geometry;
import dev.wherefore.core.image.PixelMap;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.image.Rectangle;
import dev.wherefore.core.metric.HeatBox;
import dev.wherefore.core.render.ColorBar;
import dev.wherefore.core.render.ColorMap;
import dev.wherefore.core.render.ColorMaps;
import dev.wherefore.core.render.ConceptOverlay;
import dev.wherefore.core.render.Contour;
import dev.wherefore.core.render.Enlargement;
import dev.wherefore.core.render.GradCamBlend;
import dev.wherefore.core.render.HeatOverlay;
import dev.wherefore.core.render.Outline;
import dev.wherefore.core.render.Overlay;
import dev.wherefore.core.render.PixelBox;
import dev.wherefore.core.render.PixelPicture;
import dev.wherefore.core.render.SeenRegion;
import dev.wherefore.core.render.SignedOverlay;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Draws explanations on the user's own picture, as a config wishes. Where there is no evidence the
 * picture is left as it is: nothing is drawn as noise.
 */
public final class FindingPainter {

    private final DrawConfig draw;
    private final ColorMap colors;
    private final ColorMap signedColors;
    private final Overlay heatOverlay;

    /**
     * Constructs a painter.
     *
     * @param draw what is drawn, and how
     * @param maps the colour maps there are
     */
    public FindingPainter(DrawConfig draw, ColorMaps maps) {
        this.draw = draw;
        boolean asThePackage = draw.blend() == DrawConfig.Blend.GRAD_CAM;
        this.colors = maps.sequential(asThePackage ? "jet" : draw.colors());
        this.signedColors = maps.diverging(draw.signedColors());
        this.heatOverlay = asThePackage ? new GradCamBlend(maps) : heatOverlay();
    }

    private Overlay heatOverlay() {
        HeatOverlay usual = HeatOverlay.with(colors);
        return new HeatOverlay(colors, (float) draw.opacity(), usual.gamma(), usual.greying());
    }

    /**
     * Returns the colour map of maps from nothing to much.
     *
     * @return the colour map
     */
    public ColorMap colors() {
        return colors;
    }

    /**
     * Returns what the colours of overlays mean.
     *
     * @param explanation one of those that are drawn
     * @return the bar
     */
    public ColorBar bar(Explanation explanation) {
        Reading reading = explanation.reading();
        boolean scaled = reading.convention().scales();
        return switch (reading.sign()) {
            case POSITIVE -> new ColorBar(colors, "0", scaled ? "1" : "largest");
            case NEGATIVE -> new ColorBar(colors, "0", scaled ? "1 against" : "most against");
            case SIGNED -> new ColorBar(signedColors, "against", "for");
        };
    }

    /**
     * Returns an explanation drawn on its picture; for methods that give pixels, the pixels.
     *
     * @param picture the user's picture
     * @param geometry which part of it the network saw
     * @param explanation the explanation
     * @return a new picture; a tiny one is enlarged
     */
    public BufferedImage overlay(
            BufferedImage picture, Geometry geometry, Explanation explanation) {
        if (explanation.pixels().isPresent() && explanation.verdict() == Verdict.EVIDENCE) {
            BufferedImage canvas = Enlargement.of(picture).apply(picture);
            return inPlace(pixels(explanation.pixels().get()), geometry, canvas);
        }
        if (!explanation.concepts().isEmpty()) {
            return concepts(picture, geometry, explanation.concepts());
        }
        if (explanation.reading().sign() == MapSign.SIGNED) {
            BufferedImage drawn = signed(picture, geometry, explanation);
            return withBox(drawn, geometry, explanation);
        }
        Plane heat = shown(explanation, explanation.drawn());
        BufferedImage canvas = Enlargement.of(picture).apply(picture);
        Plane onCanvas = onCanvas(geometry, heat, canvas);
        BufferedImage drawn = dimUnseen(heatOverlay.draw(canvas, onCanvas), geometry);
        return withBox(withOutline(drawn, onCanvas), geometry, explanation);
    }

    private BufferedImage concepts(
            BufferedImage picture, Geometry geometry, List<Concept> concepts) {
        BufferedImage canvas = Enlargement.of(picture).apply(picture);
        List<Plane> maps = new ArrayList<>();
        for (Concept concept : concepts) {
            Plane asSeen =
                    concept.map()
                            .resizeBilinear(geometry.input().height(), geometry.input().width());
            maps.add(onCanvas(geometry, asSeen, canvas));
        }
        return new ConceptOverlay((float) draw.opacity())
                .draw(
                        dimUnseen(canvas, geometry),
                        maps,
                        concepts.stream().map(Concept::share).toList());
    }

    /**
     * Returns the signed map drawn on the picture: what speaks for and what against.
     *
     * @param picture the user's picture
     * @param geometry which part of it the network saw
     * @param explanation the explanation
     * @return a new picture; a tiny one is enlarged
     */
    public BufferedImage signed(BufferedImage picture, Geometry geometry, Explanation explanation) {
        SignedOverlay overlay = SignedOverlay.with(signedColors);
        SignedOverlay wanted =
                new SignedOverlay(
                        signedColors, (float) draw.opacity(), overlay.gamma(), overlay.greying());
        BufferedImage canvas = Enlargement.of(picture).apply(picture);
        Plane map = onCanvas(geometry, explanation.signed(), canvas);
        return dimUnseen(wanted.draw(canvas, map), geometry);
    }

    /**
     * Returns the box around the hottest region, at 15 % of the maximum as in the paper (section
     * 4.1).
     *
     * @param geometry which part of the picture the network saw
     * @param explanation the explanation
     * @return the box in pixels of the user's picture, nothing where there is no evidence
     */
    public static Optional<Rectangle> box(Geometry geometry, Explanation explanation) {
        return explanation.verdict() == Verdict.EVIDENCE
                ? HeatBox.of(explanation.heat(), HeatBox.PAPER_THRESHOLD)
                        .map(b -> new Rectangle(b.x0(), b.y0(), b.x1(), b.y1()))
                        .map(geometry::toPicture)
                : Optional.empty();
    }

    private static Plane shown(Explanation explanation, Plane map) {
        return explanation.verdict() == Verdict.EVIDENCE ? map : map.map(v -> 0);
    }

    /** The map at the canvas's size; a tiny picture's canvas is larger than the picture. */
    private static Plane onCanvas(Geometry geometry, Plane map, BufferedImage canvas) {
        return geometry.onPicture(map).resizeBilinear(canvas.getHeight(), canvas.getWidth());
    }

    private BufferedImage withOutline(BufferedImage drawn, Plane map) {
        if (draw.outline().isEmpty() || map.max() <= 0) {
            return drawn;
        }
        float level = (float) (draw.outline().get() * map.max());
        return Outline.white().draw(drawn, Contour.of(map, level));
    }

    private BufferedImage withBox(BufferedImage drawn, Geometry geometry, Explanation explanation) {
        Optional<Rectangle> box = draw.box() ? box(geometry, explanation) : Optional.empty();
        return box.map(b -> Outline.white().drawBox(drawn, onCanvas(b, geometry, drawn)))
                .orElse(drawn);
    }

    private static BufferedImage dimUnseen(BufferedImage picture, Geometry geometry) {
        PixelBox seen = onCanvas(geometry.covered(), geometry, picture);
        boolean all =
                seen.x0() <= 0
                        && seen.y0() <= 0
                        && seen.x1() >= picture.getWidth()
                        && seen.y1() >= picture.getHeight();
        return all ? picture : new SeenRegion(seen).draw(picture);
    }

    /**
     * A rectangle of the picture in pixels of the canvas, which is larger if the picture is tiny.
     */
    private static PixelBox onCanvas(Rectangle rectangle, Geometry geometry, BufferedImage canvas) {
        double scaleX = canvas.getWidth() / (double) geometry.picture().width();
        double scaleY = canvas.getHeight() / (double) geometry.picture().height();
        return new PixelBox(
                (int) Math.round(rectangle.left() * scaleX),
                (int) Math.round(rectangle.top() * scaleY),
                (int) Math.round(rectangle.right() * scaleX),
                (int) Math.round(rectangle.bottom() * scaleY));
    }

    /** A picture of the network's input where the network saw it, on grey of the canvas's size. */
    private static BufferedImage inPlace(
            BufferedImage input, Geometry geometry, BufferedImage canvas) {
        int width = canvas.getWidth();
        int height = canvas.getHeight();
        BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = result.createGraphics();
        graphics.setColor(Color.GRAY);
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        PixelBox seen = onCanvas(geometry.seen(), geometry, canvas);
        graphics.drawImage(
                input, seen.x0(), seen.y0(), seen.x1() - seen.x0(), seen.y1() - seen.y0(), null);
        graphics.dispose();
        return result;
    }

    private static BufferedImage pixels(PixelMap pixels) {
        int plane = pixels.height() * pixels.width();
        float[] values = pixels.toArray();
        if (pixels.channels() == 3) {
            return new PixelPicture(pixels.height(), pixels.width(), values).inColor();
        }
        float[] grey = new float[3 * plane];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = values[i % plane];
        }
        return new PixelPicture(pixels.height(), pixels.width(), grey).inColor();
    }
}
