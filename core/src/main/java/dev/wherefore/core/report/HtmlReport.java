package dev.wherefore.core.report;

import dev.wherefore.core.IoReason;
import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.DrawConfig;
import dev.wherefore.core.experiment.ExplainedPicture;
import dev.wherefore.core.experiment.FindingPainter;
import dev.wherefore.core.experiment.PictureResult;
import dev.wherefore.core.experiment.Prediction;
import dev.wherefore.core.experiment.ReportFiles;
import dev.wherefore.core.experiment.RunReporter;
import dev.wherefore.core.experiment.RunSummary;
import dev.wherefore.core.experiment.WholeFile;
import dev.wherefore.core.render.ColorMaps;
import freemarker.template.TemplateScalarModel;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the report of a run: one page that holds all pictures with their maps, or, where these are
 * large, reads each from the folder beside it when it is looked at. What a picture needs is written
 * when it is finished, so that no more than one is in memory.
 */
public final class HtmlReport implements RunReporter {

    /** Browsers open pages of some tens of megabytes well. */
    private static final long MOST = 40L << 20;

    private final ReportFiles files;
    private final DrawConfig draw;
    private final FindingPainter painter;
    private final long most;
    private final SafeJson json = new SafeJson();
    private final WholeFile writing = new WholeFile(true);

    /**
     * Constructs a report.
     *
     * @param folder the folder of the run
     * @param draw what is drawn, and how
     */
    public HtmlReport(Path folder, DrawConfig draw) {
        this(folder, draw, MOST);
    }

    /** A report that holds its pictures up to {@code most} bytes of them. */
    HtmlReport(Path folder, DrawConfig draw, long most) {
        this.files = new ReportFiles(folder);
        this.draw = draw;
        this.painter = new FindingPainter(draw, new ColorMaps());
        this.most = most;
    }

    @Override
    public boolean has(String picture) {
        return Files.exists(files.part(picture)) && Files.exists(files.thumbnail(picture));
    }

    @Override
    public void finished(String picture, ExplainedPicture explained) {
        PictureView view = PictureView.of(explained, painter);
        String thumbnail = view.thumbnail();
        byte[] small = Base64.getDecoder().decode(thumbnail.substring(thumbnail.indexOf(',') + 1));
        writing.write(files.thumbnail(picture), out -> out.write(small));
        // the view is a line by itself, so that it can be taken out without being read
        String part = "Wherefore.take(" + json.text(picture) + ",\n" + json.text(view) + "\n);\n";
        writing.write(files.part(picture), out -> out.write(part.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void ends(RunSummary summary) {
        List<PictureResult> pictures = summary.pictures();
        boolean whole =
                pictures.stream().mapToLong(p -> size(files.part(p.folder()))).sum() <= most;
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("title", title(summary));
        model.put("style", ViewerFiles.style() + ViewerFiles.text("report.css"));
        model.put("script", ViewerFiles.script() + ViewerFiles.text("report.js"));
        model.put("whole", whole);
        // as the config draws, where the viewer has these colours
        model.put("colors", ViewerFiles.HEAT.contains(draw.colors()) ? draw.colors() : "");
        model.put("opacity", Double.toString(draw.opacity()));
        model.put("pictures", pictures.stream().map(p -> shown(p, whole)).toList());
        model.put("leftOut", summary.leftOut());
        model.put("facts", summary.facts());
        model.put("device", summary.device());
        model.put("versions", summary.versions());
        model.put("config", Pages.yaml(summary.config()));
        new Pages().write("report.ftlh", model, files.page());
    }

    private static String title(RunSummary summary) {
        int many = summary.pictures().size();
        return "Wherefore: %s of %d %s"
                .formatted(summary.task(), many, many == 1 ? "picture" : "pictures");
    }

    /** What the page has of a picture; its view is read when the page comes to it. */
    private Map<String, Object> shown(PictureResult picture, boolean whole) {
        String folder = picture.folder();
        Path thumbnail = files.thumbnail(folder);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("key", folder);
        shown.put("name", String.valueOf(Path.of(picture.picture()).getFileName()));
        shown.put("says", says(picture.predictions()));
        if (whole) {
            shown.put("thumbnail", (TemplateScalarModel) () -> embedded(thumbnail));
            shown.put("view", (TemplateScalarModel) () -> view(files.part(folder)));
        } else {
            String parts = ReportFiles.PARTS + "/" + encoded(folder);
            shown.put("thumbnail", parts + ".jpg");
            shown.put("part", parts + ".js");
        }
        return shown;
    }

    private static String says(List<Prediction> predictions) {
        return predictions.isEmpty() ? "" : predictions.get(0).label();
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String embedded(Path jpeg) {
        return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(read(jpeg));
    }

    private static String view(Path part) {
        String text = new String(read(part), StandardCharsets.UTF_8);
        return text.substring(text.indexOf('\n') + 1, text.indexOf('\n', text.indexOf('\n') + 1));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UserError(file + " cannot be read: " + IoReason.of(e), e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UserError(file + " cannot be read: " + IoReason.of(e), e);
        }
    }
}
