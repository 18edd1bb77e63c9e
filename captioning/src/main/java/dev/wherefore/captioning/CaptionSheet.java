package dev.wherefore.captioning;

import dev.wherefore.captioning.grounding.GroundedCaption;
import dev.wherefore.captioning.grounding.WordGrounding;
import dev.wherefore.core.experiment.Finding;
import dev.wherefore.core.experiment.FindingPainter;
import dev.wherefore.core.experiment.Illustration;
import dev.wherefore.core.explain.Verdict;
import dev.wherefore.core.image.Geometry;
import dev.wherefore.core.render.ColorBar;
import dev.wherefore.core.render.ContactSheet;
import dev.wherefore.core.render.Tile;
import dev.wherefore.core.render.WordSheet;
import dev.wherefore.core.render.WordSheet.ScoredWord;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The caption, each word coloured by what it owes to the picture, above a strip of the explained
 * words' maps.
 *
 * @param grounded the caption
 * @param geometry which part of the picture the network saw
 * @param findings the explained words, by their places from 0
 */
record CaptionSheet(GroundedCaption grounded, Geometry geometry, Map<Integer, Finding> findings)
        implements Illustration {

    private static final int COLUMNS = 6;

    /** The grounding score, in nats, from which on a word has the full colour: e⁻³ is 5 %. */
    private static final double FULL = 3;

    /** How much of the full colour a word has: 1 and more is all, below 0 it owes nothing. */
    static double share(WordGrounding word) {
        return Math.max(-1, Math.min(word.withoutPicture() / FULL, 1));
    }

    @Override
    public String name() {
        return "caption";
    }

    @Override
    public BufferedImage draw(FindingPainter painter, BufferedImage picture) {
        List<ScoredWord> words =
                grounded.words().stream().map(w -> new ScoredWord(w.word(), share(w))).toList();
        List<Tile> tiles = new ArrayList<>();
        tiles.add(Tile.of(picture, "the picture"));
        findings.forEach((place, finding) -> tiles.add(tile(painter, picture, place, finding)));
        int rows = (tiles.size() + COLUMNS - 1) / COLUMNS;
        int columns = (tiles.size() + rows - 1) / rows;
        Optional<ColorBar> bar =
                findings.values().stream().findFirst().map(f -> painter.bar(f.explanation()));
        ContactSheet strip = new ContactSheet("", tiles, bar, columns);
        return new WordSheet(
                        words,
                        "how much of a word comes from the picture:",
                        List.of("none", "e times as probable with it", "20 times"),
                        strip)
                .draw();
    }

    private Tile tile(FindingPainter painter, BufferedImage picture, int place, Finding finding) {
        WordGrounding word = grounded.words().get(place);
        Tile tile =
                Tile.of(
                        painter.overlay(picture, geometry, finding.explanation()),
                        String.format(
                                Locale.ROOT,
                                "%s  %.2f",
                                word.word(),
                                Math.exp(word.logProbability())));
        Verdict verdict = finding.explanation().verdict();
        return verdict == Verdict.EVIDENCE ? tile : tile.withNote(verdict.sentence());
    }
}
