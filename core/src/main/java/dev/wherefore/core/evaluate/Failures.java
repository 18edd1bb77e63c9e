package dev.wherefore.core.evaluate;

import dev.wherefore.core.image.Plane;
import dev.wherefore.core.render.ColorBar;
import dev.wherefore.core.render.ColorMap;
import dev.wherefore.core.render.ColorMaps;
import dev.wherefore.core.render.ContactSheet;
import dev.wherefore.core.render.Contour;
import dev.wherefore.core.render.Enlargement;
import dev.wherefore.core.render.HeatOverlay;
import dev.wherefore.core.render.Outline;
import dev.wherefore.core.render.Tile;
import dev.wherefore.core.scene.Mask;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The maps that miss what the network is sure of: of the things that are there, those of the
 * highest probability where a method's hottest pixel lies beside them. A thing is kept once, with
 * the first method that misses it.
 */
final class Failures {

    private static final String COLORS = "inferno";
    private static final int COLUMNS = 4;
    private static final double RING = 0.03;
    private static final int TILE = 256;

    private record Failure(MeasuredLabel label, MeasuredMap map) {

        double probability() {
            return label.located().probability();
        }
    }

    private final int wanted;
    private final List<String> methods;
    private final List<Failure> worst = new ArrayList<>();

    /**
     * @param wanted how many are kept
     * @param methods the methods; baselines miss as they may
     */
    Failures(int wanted, List<String> methods) {
        this.wanted = wanted;
        this.methods = methods;
    }

    void add(MeasuredLabel label) {
        Optional<MeasuredMap> missed =
                label.maps().stream()
                        .filter(map -> methods.contains(map.source()) && map.pointing() == 0)
                        .findFirst();
        missed.ifPresent(map -> worst.add(new Failure(label, map)));
        // a stable sort: of two that are as sure the earlier scene is kept
        worst.sort(Comparator.comparingDouble(Failure::probability).reversed());
        if (worst.size() > wanted) {
            worst.remove(wanted);
        }
    }

    /** The sheet of the worst; nothing if no map missed. */
    Optional<BufferedImage> sheet() {
        if (worst.isEmpty()) {
            return Optional.empty();
        }
        ColorMap colors = new ColorMaps().sequential(COLORS);
        List<Tile> tiles = worst.stream().map(failure -> tile(failure, colors)).toList();
        String title =
                "Maps that miss, the surest things first: white is the object, the ring the"
                        + " hottest place";
        ColorBar bar = new ColorBar(colors, "0", "1");
        int columns = Math.min(COLUMNS, tiles.size());
        return Optional.of(new ContactSheet(title, tiles, Optional.of(bar), columns).draw());
    }

    private static Tile tile(Failure failure, ColorMap colors) {
        BufferedImage picture = failure.label().explained().exhibit().picture().toBufferedImage();
        BufferedImage canvas = enlarged(picture);
        boolean evidence = failure.map().heat().evidence();
        Plane heat = failure.map().heat().map().map(v -> evidence ? v : 0);
        Plane mask = plane(failure.label().located().truth().mask());
        int height = canvas.getHeight();
        int width = canvas.getWidth();
        BufferedImage drawn =
                HeatOverlay.with(colors).draw(canvas, heat.resizeBilinear(height, width));
        Outline outline = Outline.white();
        drawn = outline.draw(drawn, Contour.of(mask.resizeBilinear(height, width), 0.5f));
        if (evidence) {
            drawn = outline.draw(drawn, ring(heat, width / (double) picture.getWidth()));
        }
        String caption =
                String.format(
                        Locale.ROOT,
                        "%s %.3f — %s, scene %d",
                        failure.label().located().label(),
                        failure.probability(),
                        failure.map().source(),
                        failure.label().index());
        Tile tile = Tile.of(drawn, caption);
        return evidence ? tile : tile.withNote("no evidence");
    }

    /** A small picture as large as it will be on the sheet, so that lines stay thin. */
    private static BufferedImage enlarged(BufferedImage picture) {
        int side = Math.min(picture.getHeight(), picture.getWidth());
        return new Enlargement(Math.max(1, TILE / side)).apply(picture);
    }

    private static Plane plane(Mask mask) {
        return Plane.compute(mask.height(), mask.width(), (y, x) -> mask.contains(x, y) ? 1 : 0);
    }

    /** A ring around the hottest place, in a picture that is so many times as large. */
    private static Ellipse2D ring(Plane heat, double scale) {
        float max = heat.max();
        int place = 0;
        while (heat.at(place / heat.width(), place % heat.width()) != max) {
            place++;
        }
        double radius = scale * RING * Math.min(heat.height(), heat.width());
        int column = place % heat.width();
        int row = place / heat.width();
        return new Ellipse2D.Double(
                scale * (column + 0.5) - radius,
                scale * (row + 0.5) - radius,
                2 * radius,
                2 * radius);
    }
}
