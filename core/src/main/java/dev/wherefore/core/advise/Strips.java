package dev.wherefore.core.advise;

import dev.wherefore.core.experiment.ExplainedPicture;
import dev.wherefore.core.experiment.Finding;
import dev.wherefore.core.experiment.FindingPainter;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.explain.Verdict;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.metric.Faithfulness;
import dev.wherefore.core.render.ContactSheet;
import dev.wherefore.core.render.Tile;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * For each picture the maps of all layers side by side, of one thing that is explained: that whose
 * score falls most when the hot places are covered. ({@code "bus"} says more of layers than {@code
 * "a"}.)
 */
public final class Strips {

    private static final int COLUMNS = 7;

    private final Map<Integer, List<AtLayer>> pictures = new LinkedHashMap<>();

    /** Constructs strips without any map. */
    public Strips() {}

    private record AtLayer(String layer, ExplainedPicture explained) {

        Finding finding(int place) {
            return explained.findings().get(place);
        }

        double fall(int place) {
            Faithfulness tried = finding(place).explanation().trial().orElseThrow().faithfulness();
            return tried.score() - tried.deletion();
        }
    }

    void add(int picture, String layer, ExplainedPicture explained) {
        if (!explained.findings().isEmpty()) {
            pictures.computeIfAbsent(picture, p -> new ArrayList<>())
                    .add(new AtLayer(layer, explained));
        }
    }

    /**
     * Returns the strips.
     *
     * @param painter draws the maps
     * @return a drawing for each picture that has maps, by its place
     */
    public Map<Integer, BufferedImage> draw(FindingPainter painter) {
        Map<Integer, BufferedImage> drawings = new LinkedHashMap<>();
        pictures.forEach((picture, layers) -> drawings.put(picture, draw(layers, painter)));
        return drawings;
    }

    private static BufferedImage draw(List<AtLayer> layers, FindingPainter painter) {
        int findings =
                layers.stream().mapToInt(l -> l.explained().findings().size()).min().orElse(1);
        int shown =
                IntStream.range(0, findings)
                        .boxed()
                        .max(
                                Comparator.comparingDouble(
                                        f -> layers.stream().mapToDouble(l -> l.fall(f)).sum()))
                        .orElse(0);
        BufferedImage picture = layers.get(0).explained().picture().toBufferedImage();
        List<Tile> tiles = new ArrayList<>();
        tiles.add(Tile.of(picture, "the picture"));
        layers.forEach(layer -> tiles.add(tile(layer, shown, picture, painter)));
        int rows = (tiles.size() + COLUMNS - 1) / COLUMNS;
        Finding finding = layers.get(0).finding(shown);
        return new ContactSheet(
                        finding.title(),
                        tiles,
                        Optional.of(painter.bar(finding.explanation())),
                        (tiles.size() + rows - 1) / rows)
                .draw();
    }

    private static Tile tile(
            AtLayer layer, int shown, BufferedImage picture, FindingPainter painter) {
        Explanation explanation = layer.finding(shown).explanation();
        Plane raw = explanation.raw().get(0);
        boolean evidence = explanation.verdict() == Verdict.EVIDENCE;
        double gap = explanation.trial().orElseThrow().faithfulness().gap();
        Tile tile =
                Tile.of(
                        painter.overlay(picture, layer.explained().geometry(), explanation),
                        String.format(
                                Locale.ROOT,
                                "%s  %dx%d  gap %.2f",
                                layer.layer(),
                                raw.height(),
                                raw.width(),
                                evidence ? gap : 0));
        return evidence ? tile : tile.withNote(explanation.verdict().sentence());
    }
}
