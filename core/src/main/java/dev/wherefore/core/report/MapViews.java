package dev.wherefore.core.report;

import dev.wherefore.core.experiment.FindingPainter;
import dev.wherefore.core.explain.Concept;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.explain.MapSign;
import dev.wherefore.core.explain.Verdict;
import dev.wherefore.core.image.Geometry;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.image.Rectangle;
import dev.wherefore.core.image.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes views of a picture's maps.
 *
 * @param picture the picture as the report shows it
 * @param geometry which part of the user's picture the network saw
 * @param painter draws the pictures of methods that give pixels
 */
record MapViews(Picture picture, Geometry geometry, FindingPainter painter) {

    private static final int SMALLEST = 64;
    private static final int LARGEST = 160;

    /** Pixels of a picture of a map for each place of the raw one: more say nothing more. */
    private static final int FINENESS = 8;

    /** The map of an explanation, and those of its layers where they are several. */
    List<MapView> of(Explanation explanation) {
        List<MapView> views = new ArrayList<>();
        views.add(whole(explanation));
        boolean apart = explanation.concepts().isEmpty() && explanation.pixels().isEmpty();
        if (apart && explanation.raw().size() > 1) {
            for (int layer = 0; layer < explanation.raw().size(); layer++) {
                views.add(layer(explanation, layer));
            }
        }
        return views;
    }

    private MapView whole(Explanation explanation) {
        boolean evidence = explanation.verdict() == Verdict.EVIDENCE;
        MapSign sign = explanation.reading().sign();
        boolean drawn = evidence && sign != MapSign.SIGNED && explanation.pixels().isEmpty();
        Optional<Plane> heat = drawn ? Optional.of(explanation.drawn()) : Optional.empty();
        return new MapView(
                explanation.method(),
                explanation.layers(),
                heat.map(map -> heat(map, explanation.raw())),
                says(explanation)
                        ? signed(explanation.signed(), explanation.raw())
                        : Optional.empty(),
                evidence
                        ? explanation.pixels().map(pixels -> pixels(explanation))
                        : Optional.empty(),
                sign,
                explanation.rawMin(),
                explanation.rawMax(),
                Math.max(Math.abs(explanation.rawMin()), Math.abs(explanation.rawMax())),
                FindingPainter.box(geometry, explanation).map(this::shares),
                evidence ? Optional.empty() : Optional.of(explanation.verdict().sentence()),
                Optional.of(explanation.seconds()),
                evidence ? concepts(explanation) : List.of());
    }

    private MapView layer(Explanation explanation, int layer) {
        Plane raw = explanation.raw().get(layer);
        return new MapView(
                explanation.method(),
                List.of(explanation.layers().get(layer)),
                Optional.empty(),
                says(explanation)
                        ? signed(explanation.signed(layer), List.of(raw))
                        : Optional.empty(),
                Optional.empty(),
                explanation.reading().sign(),
                raw.min(),
                raw.max(),
                Math.max(Math.abs(raw.min()), Math.abs(raw.max())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** Whether the signed map differs from place to place; pixels are shown as they are. */
    private static boolean says(Explanation explanation) {
        return explanation.pixels().isEmpty()
                && switch (explanation.verdict()) {
                    case EVIDENCE, NO_POSITIVE_EVIDENCE, NO_NEGATIVE_EVIDENCE -> true;
                    case ZERO_GRADIENT, CONSTANT, CONSTANT_AGAINST, NOT_A_NUMBER -> false;
                };
    }

    private List<Double> shares(Rectangle box) {
        return ViewMaker.shares(box, geometry.picture());
    }

    private List<MapView.ConceptView> concepts(Explanation explanation) {
        List<MapView.ConceptView> views = new ArrayList<>();
        for (Concept concept : explanation.concepts()) {
            Size input = geometry.input();
            Plane asSeen = concept.map().resizeBilinear(input.height(), input.width());
            views.add(
                    new MapView.ConceptView(heat(asSeen, List.of(concept.map())), concept.share()));
        }
        return views;
    }

    private String pixels(Explanation explanation) {
        return DataUri.jpeg(
                painter.overlay(picture.toBufferedImage(), scaled(Size.of(picture)), explanation));
    }

    private String heat(Plane map, List<Plane> raw) {
        float most = map.max();
        return DataUri.grey(inPlace(most > 0 ? map.map(v -> v / most) : map, raw));
    }

    private Optional<String> signed(Plane map, List<Plane> raw) {
        float most = Math.max(Math.abs(map.min()), Math.abs(map.max()));
        return most > 0
                ? Optional.of(DataUri.grey(inPlace(map, raw).map(v -> level(v / most) / 255)))
                : Optional.empty();
    }

    /** By square roots the weak side of a map keeps more of the 8 bits than its share. */
    private static float level(float value) {
        return (float) (128 + 127 * Math.signum(value) * Math.sqrt(Math.abs(value)));
    }

    /** A map of the input on the whole picture, in as few pixels as show it. */
    private Plane inPlace(Plane map, List<Plane> raw) {
        int finest =
                raw.stream().mapToInt(r -> Math.max(r.height(), r.width())).max().orElse(SMALLEST);
        int longest = Math.max(SMALLEST, Math.min(FINENESS * finest, LARGEST));
        return scaled(ViewMaker.within(geometry.picture(), longest)).onPicture(map);
    }

    /** The same geometry of the picture at another size. */
    private Geometry scaled(Size size) {
        double x = size.width() / (double) geometry.picture().width();
        double y = size.height() / (double) geometry.picture().height();
        Rectangle seen = geometry.seen();
        return new Geometry(
                size,
                geometry.input(),
                new Rectangle(
                        seen.left() * x, seen.top() * y, seen.right() * x, seen.bottom() * y));
    }
}
