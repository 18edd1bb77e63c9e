package dev.wherefore.core.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.OutFolder;
import dev.wherefore.core.experiment.PngFile;
import dev.wherefore.core.experiment.ResultJson;
import dev.wherefore.core.experiment.WholeFile;
import dev.wherefore.core.metric.MetricCard;
import dev.wherefore.core.render.Drawing;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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
 * <p>Nothing is written before all is measured. An evaluation that is stopped leaves nothing, and
 * there is nothing to go on with.
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

    /** The sheet of maps that miss. */
    public static final String FAILURES = "failures.png";

    private final Path folder;
    private final OutFolder out;
    private final boolean overwrite;
    private final WholeFile files;
    private final List<MetricCard> cards;

    /**
     * @param options which folder
     * @param cards of all that is measured of maps, in the config's order
     */
    EvaluationFolder(EvaluationOptions options, List<MetricCard> cards) {
        this.cards = List.copyOf(cards);
        this.folder = options.out();
        this.out = new OutFolder(folder);
        this.overwrite = options.overwrite();
        this.files = new WholeFile(options.overwrite());
    }

    /**
     * Refuses a folder that holds anything, unless it may be overwritten, and one that cannot be
     * written to.
     *
     * @throws UserError if it does
     */
    void check() {
        if (out.isTaken() && !overwrite) {
            throw new UserError(
                    "%s is not empty; replace its results by --overwrite, or choose another place by --out"
                            .formatted(folder));
        }
        out.requireWritable();
    }

    /** Writes everything; what an earlier evaluation has written is replaced. */
    void write(EvaluationResult result, Items items, Optional<BufferedImage> failures) {
        out.tidy();
        out.forget(RESULT);
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
