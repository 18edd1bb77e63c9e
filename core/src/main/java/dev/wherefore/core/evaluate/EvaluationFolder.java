package dev.wherefore.core.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.OutFolder;
import dev.wherefore.core.experiment.PngFile;
import dev.wherefore.core.experiment.ReportFiles;
import dev.wherefore.core.experiment.ResultJson;
import dev.wherefore.core.experiment.WholeFile;
import dev.wherefore.core.metric.MetricCard;
import dev.wherefore.core.render.Drawing;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The folder of an evaluation:
 *
 * <pre>
 * methods.csv       a line for each method and baseline
 * methods.md        the same and more, as Markdown
 * bars.png, .svg    the same, drawn
 * kinds.csv         a line for each label
 * items.csv         a line for each map
 * curves.csv        the mean curves of checks, a line for each point, if there are any
 * curves.png, .svg  the same, drawn
 * failures.png      maps that miss what the network is sure of, if there are any
 * evaluation.json   all but the single maps; written last
 * </pre>
 *
 * <p>Until all is measured there is but {@code unfinished.jsonl}, with the numbers of all scenes
 * that are done, by which an evaluation that was stopped can go on. {@link Segmentation}'s seeds
 * are written on the way too.
 */
public final class EvaluationFolder {

    /** The file with all results. */
    public static final String RESULT = "evaluation.json";

    /** The table of methods and baselines. */
    public static final String METHODS = "methods.csv";

    /** The table of labels. */
    public static final String KINDS = "kinds.csv";

    /** The table of maps. */
    public static final String ITEMS = "items.csv";

    /** The table of mean curves. */
    public static final String CURVES = "curves.csv";

    /** The drawing of mean curves, without its ending. */
    public static final String CURVE_SHEET = "curves";

    /** The drawing of all means, without its ending. */
    public static final String BARS = "bars";

    /** The tables of the network, methods, baselines, costs and labels, to be put into a report. */
    public static final String METHODS_TEXT = "methods.md";

    /** The numbers of an evaluation that is not finished. */
    public static final String UNFINISHED = "unfinished.jsonl";

    /** The sheet of maps that miss. */
    public static final String FAILURES = "failures.png";

    private final Path folder;
    private final OutFolder out;
    private final EvaluationOptions options;
    private final Spool spool;
    private final WholeFile files;
    private final List<MetricCard> cards;
    private boolean begun;

    /**
     * @param options which folder
     * @param cards of all that is measured of maps, in the config's order
     * @param evaluation what decides the numbers
     */
    EvaluationFolder(EvaluationOptions options, List<MetricCard> cards, Object evaluation) {
        this.options = options;
        this.cards = List.copyOf(cards);
        this.folder = options.out();
        this.out = new OutFolder(folder);
        this.spool = new Spool(folder.resolve(UNFINISHED), evaluation);
        this.files = new WholeFile(options.overwrite() || options.resume());
    }

    /**
     * Refuses a folder that holds what may not be replaced or gone on with, and one that cannot be
     * written to. Nothing is written.
     *
     * @throws UserError if it does
     */
    void check() {
        boolean taken = out.isTaken();
        if (goesOn()) {
            spool.requireOwn();
        } else if (options.resume() && Files.exists(folder.resolve(RESULT))) {
            throw new UserError(
                    "%s holds an evaluation that is finished, so there is nothing to go on with; replace it by --overwrite, or choose another place by --out"
                            .formatted(folder));
        } else if (taken && !options.overwrite()) {
            throw new UserError(
                    spool.exists()
                            ? "%s holds an evaluation that was stopped; go on with it by --resume, replace it by --overwrite, or choose another place by --out"
                                    .formatted(folder)
                            : "%s is not empty; replace its results by --overwrite, or choose another place by --out"
                                    .formatted(folder));
        }
        out.requireWritable();
    }

    private boolean goesOn() {
        return options.resume() && spool.exists();
    }

    /**
     * How many scenes a program before this one has left, which may have been stopped in a batch.
     */
    int left() {
        return goesOn() ? spool.count() : 0;
    }

    /** Hands out the first of the scenes that are left; those after them are made again. */
    void replay(int count, Consumer<MeasuredScene> taker) {
        if (goesOn()) {
            spool.replay(count, taker);
        }
    }

    /** Keeps a batch of scenes, so that a program after this one can go on. */
    void keep(List<MeasuredScene> scenes) {
        if (!begun) {
            begun = true;
            out.tidy();
            if (!goesOn()) {
                spool.begin();
            }
        }
        spool.add(scenes);
    }

    /** Writes everything; what an earlier evaluation has written is replaced. */
    void write(EvaluationResult result, Items items, Optional<BufferedImage> failures) {
        out.tidy();
        out.forget(RESULT);
        out.forget(ReportFiles.PAGE);
        text(METHODS, CsvTables.methods(result));
        text(METHODS_TEXT, new MarkdownTables(result, cards).text());
        text(KINDS, CsvTables.kinds(result));
        files.write(folder.resolve(ITEMS), items::copyTo);
        if (result.curves().isEmpty()) {
            out.forget(CURVES);
        } else {
            text(CURVES, CsvTables.curves(result));
        }
        drawing(BARS, BarPanels.draw(result, cards));
        drawing(CURVE_SHEET, new CurveSheet(result.curves()).draw());
        picture(FAILURES, failures);
        text(RESULT, json(result));
        out.forget(UNFINISHED);
    }

    private void drawing(String name, Optional<Drawing> drawing) {
        picture(name + ".png", drawing.map(Drawing::picture));
        if (drawing.isPresent()) {
            text(name + ".svg", drawing.get().svg());
        } else {
            out.forget(name + ".svg");
        }
    }

    private void picture(String name, Optional<BufferedImage> picture) {
        if (picture.isPresent()) {
            PngFile.write(picture.get(), folder.resolve(name), files);
        } else {
            out.forget(name);
        }
    }

    private void text(String name, String text) {
        files.write(folder.resolve(name), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String json(EvaluationResult result) {
        try {
            return ResultJson.mapper().writeValueAsString(result) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result could not be written as JSON", e);
        }
    }
}
