package dev.wherefore.core.advise;

import dev.wherefore.core.experiment.ExplainedPicture;
import dev.wherefore.core.experiment.Finding;
import dev.wherefore.core.experiment.FindingPainter;
import dev.wherefore.core.explain.Verdict;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.render.ColorBar;
import dev.wherefore.core.render.ContactSheet;
import dev.wherefore.core.render.Tile;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** For each picture the maps of all layers side by side: of the first thing that is explained. */
public final class Strips {

    private static final int COLUMNS = 7;

    private final boolean drawn;
    private final Map<Integer, List<Tile>> tiles = new LinkedHashMap<>();
    private final Map<Integer, String> titles = new LinkedHashMap<>();
    private Optional<ColorBar> bar = Optional.empty();

    /**
     * Constructs strips without any map.
     *
     * @param drawn whether maps are drawn at all
     */
    public Strips(boolean drawn) {
        this.drawn = drawn;
    }

    void add(
            int picture,
            String layer,
            ExplainedPicture explained,
            Finding finding,
            FindingPainter painter) {
        if (!drawn) {
            return;
        }
        BufferedImage image = explained.picture().toBufferedImage();
        List<Tile> own =
                tiles.computeIfAbsent(
                        picture, p -> new ArrayList<>(List.of(Tile.of(image, "the picture"))));
        titles.putIfAbsent(picture, finding.title());
        Plane raw = finding.explanation().raw().get(0);
        double gap = finding.explanation().trial().orElseThrow().faithfulness().gap();
        Verdict verdict = finding.explanation().verdict();
        Tile tile =
                Tile.of(
                        painter.overlay(image, explained.geometry(), finding.explanation()),
                        String.format(
                                Locale.ROOT,
                                "%s  %dx%d  gap %.2f",
                                layer,
                                raw.height(),
                                raw.width(),
                                verdict == Verdict.EVIDENCE ? gap : 0));
        own.add(verdict == Verdict.EVIDENCE ? tile : tile.withNote(verdict.sentence()));
        bar = bar.isPresent() ? bar : Optional.of(painter.bar(finding.explanation()));
    }

    /**
     * Returns the strips.
     *
     * @return a drawing for each picture that has maps, by its place
     */
    public Map<Integer, BufferedImage> draw() {
        Map<Integer, BufferedImage> drawings = new LinkedHashMap<>();
        tiles.forEach(
                (picture, own) -> {
                    int rows = (own.size() + COLUMNS - 1) / COLUMNS;
                    int columns = (own.size() + rows - 1) / rows;
                    String title = titles.getOrDefault(picture, "");
                    drawings.put(picture, new ContactSheet(title, own, bar, columns).draw());
                });
        return drawings;
    }
}
