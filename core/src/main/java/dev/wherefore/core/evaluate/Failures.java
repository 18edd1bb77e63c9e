package dev.wherefore.core.evaluate;

import dev.wherefore.core.evaluate.SeenScene.Sight;
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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

    /** A map that misses, by its places; it can be drawn once it was seen. */
    private record Failure(MeasuredScene scene, int label, int map, Optional<Sight> sight) {

        MeasuredLabel of() {
            return scene.labels().get(label);
        }

        double probability() {
            return of().probability();
        }

        Failure seen(SeenScene again) {
            return new Failure(scene, label, map, Optional.of(again.sight(label, map)));
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

    /**
     * Takes up a scene.
     *
     * @param scene the scene's numbers
     * @param seen its maps; nothing if they are not there any more
     */
    void add(MeasuredScene scene, Optional<SeenScene> seen) {
        for (int label = 0; label < scene.labels().size(); label++) {
            int number = label;
            List<MeasuredMap> maps = scene.labels().get(label).maps();
            IntStream.range(0, maps.size())
                    .filter(map -> methods.contains(maps.get(map).source()))
                    .filter(map -> maps.get(map).pointing() == 0)
                    .findFirst()
                    .ifPresent(
                            map ->
                                    keep(
                                            new Failure(
                                                    scene,
                                                    number,
                                                    map,
                                                    seen.map(s -> s.sight(number, map)))));
        }
    }

    private void keep(Failure failure) {
        worst.add(failure);
        // a stable sort: of two that are as sure the earlier scene is kept
        worst.sort(Comparator.comparingDouble(Failure::probability).reversed());
        if (worst.size() > wanted) {
            worst.remove(wanted);
        }
    }

    /** The places of the scenes whose maps have to be made again before they can be drawn. */
    Set<Integer> unseen() {
        return worst.stream()
                .filter(failure -> failure.sight().isEmpty())
                .map(failure -> failure.scene().index())
                .collect(Collectors.toSet());
    }

    /** Takes maps that were made again. */
    void show(SeenScene again) {
        worst.replaceAll(
                failure ->
                        failure.sight().isEmpty()
                                        && failure.scene().index() == again.numbers().index()
                                ? failure.seen(again)
                                : failure);
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
        Sight sight = failure.sight().orElseThrow();
        BufferedImage picture = sight.picture().toBufferedImage();
        BufferedImage canvas = enlarged(picture);
        boolean evidence = sight.heat().evidence();
        Plane heat = sight.heat().map().map(v -> evidence ? v : 0);
        Plane mask = plane(sight.mask());
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
                        failure.of().label(),
                        failure.probability(),
                        failure.of().maps().get(failure.map()).source(),
                        failure.scene().index());
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
