package dev.wherefore.classification.diagnose;

import dev.wherefore.core.experiment.DrawConfig;
import dev.wherefore.core.experiment.FindingPainter;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.explain.Verdict;
import dev.wherefore.core.image.Geometry;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.render.ColorBar;
import dev.wherefore.core.render.ColorMaps;
import dev.wherefore.core.render.ContactSheet;
import dev.wherefore.core.render.Enlargement;
import dev.wherefore.core.render.HeatOverlay;
import dev.wherefore.core.render.Tile;
import dev.wherefore.core.scene.Scene;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/** Draws maps on their scenes, and puts them beside each other. */
final class MapTiles {

    private final FindingPainter painter;

    @Inject
    MapTiles(ColorMaps colors) {
        this.painter = new FindingPainter(DrawConfig.USUAL, colors);
    }

    /** The scene alone. */
    Tile picture(Scene scene, String caption) {
        BufferedImage picture = scene.picture().toBufferedImage();
        return Tile.of(Enlargement.of(picture).apply(picture), caption);
    }

    /** A map over its scene; a method of the pixels as its pixels. */
    Tile map(Scene scene, Geometry geometry, Explanation explanation, String caption) {
        return noted(
                painter.overlay(scene.picture().toBufferedImage(), geometry, explanation),
                explanation,
                caption);
    }

    /** What speaks for and what against, over the scene. */
    Tile signed(Scene scene, Geometry geometry, Explanation explanation, String caption) {
        return noted(
                painter.signed(scene.picture().toBufferedImage(), geometry, explanation),
                explanation,
                caption);
    }

    /** Heat in [0, 1] at the input's size, over its scene. */
    Tile heat(Scene scene, Geometry geometry, Plane heat, String caption) {
        BufferedImage picture = scene.picture().toBufferedImage();
        BufferedImage canvas = Enlargement.of(picture).apply(picture);
        Plane onCanvas =
                geometry.onPicture(heat).resizeBilinear(canvas.getHeight(), canvas.getWidth());
        return Tile.of(HeatOverlay.with(painter.colors()).draw(canvas, onCanvas), caption);
    }

    private static Tile noted(BufferedImage drawn, Explanation explanation, String caption) {
        Tile tile = Tile.of(drawn, caption);
        return explanation.verdict() == Verdict.EVIDENCE
                ? tile
                : tile.withNote(explanation.verdict().sentence());
    }

    /** All tiles on one sheet. */
    BufferedImage sheet(String title, List<Tile> tiles, int columns) {
        ColorBar bar = new ColorBar(painter.colors(), "0", "1");
        return new ContactSheet(title, tiles, Optional.of(bar), columns).draw();
    }
}
