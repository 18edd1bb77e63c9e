package dev.wherefore.core.experiment;

import dev.wherefore.core.experiment.PictureResult.ExplanationResult;
import dev.wherefore.core.explain.Concept;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.explain.MapSign;
import dev.wherefore.core.explain.MapTrial;
import dev.wherefore.core.explain.Verdict;
import dev.wherefore.core.image.Geometry;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.image.Rectangle;
import dev.wherefore.core.render.ColorBar;
import dev.wherefore.core.render.ContactSheet;
import dev.wherefore.core.render.Tile;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes what was found out about a picture into a folder of its own. */
final class PictureWriter {

    static final String SHEET = "sheet.png";

    /** The names of what tasks draw: sheet-caption.png. */
    static final Pattern ILLUSTRATION = Pattern.compile("sheet-[a-z0-9-]+\\.png");

    /** The names of maps and drawings: 01-bus.grad-cam.heat.npy, 01-bus.grad-cam.png. */
    static final Pattern FILE =
            Pattern.compile(
                    "\\d{2,}-[^.]+\\.[a-z+-]+(\\.(raw(-\\d+)?|heat|pixels|concepts)\\.npy|(\\.signed)?\\.png)");

    private static final int PREDICTIONS = 10;
    private static final int COLUMNS = 4;
    private static final int FEW = 5;
    private static final int WIDEST_ROW = 7;

    private final DrawConfig draw;
    private final FindingPainter painter;
    private final WholeFile files;

    PictureWriter(DrawConfig draw, FindingPainter painter, WholeFile files) {
        this.draw = draw;
        this.painter = painter;
        this.files = files;
    }

    /** Writes maps and drawings, and returns what {@code result.json} says of them. */
    PictureResult write(ExplainedPicture explained, Path source, Path folder) {
        BufferedImage picture = explained.picture().toBufferedImage();
        Geometry geometry = explained.geometry();
        List<ExplanationResult> results = new ArrayList<>();
        List<Tile> tiles = new ArrayList<>();
        for (int i = 0; i < explained.findings().size(); i++) {
            Finding finding = explained.findings().get(i);
            String name =
                    "%02d-%s.%s"
                            .formatted(
                                    i + 1, slug(finding.title()), finding.explanation().method());
            Map<String, List<String>> written = writeMaps(finding.explanation(), folder, name);
            BufferedImage overlay = painter.overlay(picture, geometry, finding.explanation());
            if (draw.overlays()) {
                writePng(overlay, folder, name + ".png", "overlay", written);
            }
            tiles.add(tile(overlay, finding));
            if (draw.signed() && hasOtherSide(finding.explanation())) {
                BufferedImage signed = painter.signed(picture, geometry, finding.explanation());
                writePng(signed, folder, name + ".signed.png", "signed", written);
                tiles.add(Tile.of(signed, caption(finding) + ", for and against"));
            }
            results.add(result(finding, geometry, written));
        }
        if (draw.sheet()) {
            Tile first = Tile.of(picture, firstWords(explained));
            String title = String.valueOf(source.getFileName());
            PngFile.write(sheet(title, explained, first, tiles), folder.resolve(SHEET), files);
            for (Illustration illustration : explained.illustrations()) {
                PngFile.write(
                        illustration.draw(painter, picture),
                        folder.resolve("sheet-" + illustration.name() + ".png"),
                        files);
            }
        }
        return result(explained, source, folder, results);
    }

    /** Whether a signed map says more than the map that is drawn anyway. */
    private static boolean hasOtherSide(Explanation explanation) {
        return explanation.pixels().isEmpty()
                && explanation.concepts().isEmpty()
                && explanation.reading().sign() != MapSign.SIGNED;
    }

    private void writePng(
            BufferedImage picture,
            Path folder,
            String file,
            String kind,
            Map<String, List<String>> written) {
        PngFile.write(picture, folder.resolve(file), files);
        written.put(kind, List.of(file));
    }

    private Map<String, List<String>> writeMaps(Explanation explanation, Path folder, String name) {
        Map<String, List<String>> written = new LinkedHashMap<>();
        List<String> raw = new ArrayList<>();
        for (int i = 0; i < explanation.raw().size(); i++) {
            String number = explanation.raw().size() == 1 ? "" : "-" + (i + 1);
            raw.add(name + ".raw" + number + ".npy");
            NpyFile.write(NpyArray.of(explanation.raw().get(i)), folder.resolve(raw.get(i)), files);
        }
        written.put("raw", List.copyOf(raw));
        String heat = name + ".heat.npy";
        NpyFile.write(NpyArray.of(explanation.heat()), folder.resolve(heat), files);
        written.put("heat", List.of(heat));
        if (!explanation.concepts().isEmpty()) {
            String file = name + ".concepts.npy";
            List<Plane> maps = explanation.concepts().stream().map(Concept::map).toList();
            NpyFile.write(NpyArray.stacked(maps), folder.resolve(file), files);
            written.put("concepts", List.of(file));
        }
        explanation
                .pixels()
                .ifPresent(
                        pixels -> {
                            String file = name + ".pixels.npy";
                            NpyArray array =
                                    NpyArray.of(
                                            pixels.toArray(),
                                            pixels.channels(),
                                            pixels.height(),
                                            pixels.width());
                            NpyFile.write(array, folder.resolve(file), files);
                            written.put("pixels", List.of(file));
                        });
        return written;
    }

    /** A row for each target, where several methods explain it; else one after the other. */
    private BufferedImage sheet(
            String title, ExplainedPicture explained, Tile picture, List<Tile> tiles) {
        // several targets may be called the same, such as words that a caption says twice
        long methods =
                explained.findings().stream().map(f -> f.explanation().method()).distinct().count();
        int targets = explained.findings().size() / (int) Math.max(1, methods);
        int perTarget = tiles.size() / Math.max(1, targets);
        boolean rows =
                targets > 1
                        && perTarget > 1
                        && perTarget < WIDEST_ROW
                        && perTarget * targets == tiles.size();
        List<Tile> arranged = new ArrayList<>();
        arranged.add(picture);
        for (int i = 0; i < tiles.size(); i++) {
            if (rows && i > 0 && i % perTarget == 0) {
                // what the network says stands below the first one
                arranged.add(Tile.of(picture.picture(), "the picture"));
            }
            arranged.add(tiles.get(i));
        }
        int columns = rows ? perTarget + 1 : columns(arranged.size());
        Optional<ColorBar> bar =
                explained.findings().stream()
                        .map(Finding::explanation)
                        .filter(explanation -> explanation.pixels().isEmpty())
                        .findFirst()
                        .map(painter::bar);
        return new ContactSheet(title, arranged, bar, columns).draw();
    }

    /** Few tiles in one row, more in rows of much the same length. */
    private static int columns(int tiles) {
        int rows = (tiles + COLUMNS - 1) / COLUMNS;
        return tiles <= FEW ? tiles : (tiles + rows - 1) / rows;
    }

    private static Tile tile(BufferedImage overlay, Finding finding) {
        Tile tile = Tile.of(overlay, caption(finding));
        Verdict verdict = finding.explanation().verdict();
        return verdict == Verdict.EVIDENCE ? tile : tile.withNote(verdict.sentence());
    }

    private static String caption(Finding finding) {
        String number =
                finding.prediction()
                        .map(p -> String.format(Locale.ROOT, " %.3f", p.probability()))
                        .orElse("");
        return finding.title() + number + " — " + finding.explanation().method();
    }

    private static String firstWords(ExplainedPicture explained) {
        if (explained.predictions().isEmpty()) {
            return "the picture";
        }
        Prediction top = explained.predictions().get(0);
        return String.format(Locale.ROOT, "%s %.3f", top.label(), top.probability());
    }

    private static ExplanationResult result(
            Finding finding, Geometry geometry, Map<String, List<String>> written) {
        Explanation explanation = finding.explanation();
        Verdict verdict = explanation.verdict();
        return new ExplanationResult(
                finding.title(),
                explanation.target(),
                explanation.method(),
                explanation.layers(),
                explanation.score(),
                finding.prediction().map(Prediction::label),
                finding.prediction().map(Prediction::probability),
                explanation.rawMin(),
                explanation.rawMax(),
                verdict.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                verdict == Verdict.EVIDENCE ? Optional.empty() : Optional.of(verdict.sentence()),
                FindingPainter.box(geometry, explanation).map(PictureWriter::corners),
                written,
                explanation.seconds(),
                explanation.trial().map(MapTrial::faithfulness),
                explanation.completenessError(),
                explanation.concepts().stream().map(Concept::share).toList());
    }

    private static PictureResult result(
            ExplainedPicture explained,
            Path source,
            Path folder,
            List<ExplanationResult> explanations) {
        Geometry geometry = explained.geometry();
        return new PictureResult(
                source.toString(),
                String.valueOf(folder.getFileName()),
                geometry.picture().height(),
                geometry.picture().width(),
                List.of(geometry.input().height(), geometry.input().width()),
                corners(geometry.covered()),
                explained.predictions().stream().limit(PREDICTIONS).toList(),
                explanations,
                explained.details());
    }

    private static List<Double> corners(Rectangle box) {
        return List.of(box.left(), box.top(), box.right(), box.bottom());
    }

    /** A title as part of a file name: "tabby, tabby cat" becomes "tabby-tabby-cat". */
    static String slug(String title) {
        String slug =
                title.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", "-")
                        .replaceAll("^-|-$", "");
        String shortened = slug.length() > 40 ? slug.substring(0, 40) : slug;
        return shortened.isEmpty() ? "target" : shortened;
    }
}
