package dev.wherefore.core.diagnose;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.wherefore.core.IoReason;
import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.Csv;
import dev.wherefore.core.experiment.OutFolder;
import dev.wherefore.core.experiment.PngFile;
import dev.wherefore.core.experiment.ResultJson;
import dev.wherefore.core.experiment.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The folder of a diagnosis: {@code page.md} with its pictures as PNG and its tables as CSV, and
 * {@code diagnosis.json} with the numbers, the config and the versions, written last.
 *
 * @param path where it is, or will be
 * @param overwrite whether an earlier page is replaced
 */
public record DiagnosisFolder(Path path, boolean overwrite) {

    /** The page. */
    public static final String PAGE = "page.md";

    /** The numbers. */
    public static final String RESULT = "diagnosis.json";

    private static final String TABLE = ".csv";
    private static final String PICTURE = ".png";

    /** The name and version of the form of {@link #RESULT}. */
    public static final String SCHEMA = "wherefore/diagnosis/1";

    /**
     * Refuses a folder that holds anything, unless it may be overwritten, and one that cannot be
     * written to.
     *
     * @throws UserError if it does
     */
    public void check() {
        OutFolder out = new OutFolder(path);
        if (out.isTaken() && !overwrite) {
            throw new UserError(
                    "%s is not empty; replace its results by --overwrite, or choose another place by --out"
                            .formatted(path));
        }
        out.requireWritable();
    }

    /**
     * Writes a page; what an earlier one has written is deleted.
     *
     * @param page the page
     * @param config what {@link #RESULT} says of the config
     * @param versions what it names as having made the page
     */
    public void write(
            DiagnosisPage page, Map<String, Object> config, Map<String, String> versions) {
        OutFolder out = new OutFolder(path);
        out.tidy();
        earlier().forEach(out::forget);
        out.forget(RESULT);
        for (PagePart part : page.parts()) {
            if (part instanceof PagePart.Table table) {
                text(table.name() + TABLE, csv(table));
            } else if (part instanceof PagePart.Picture picture) {
                PngFile.write(
                        picture.image(),
                        path.resolve(picture.name() + PICTURE),
                        new WholeFile(overwrite));
            }
        }
        text(PAGE, new PageMarkdown(page).text());
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("schema", SCHEMA);
        result.put("versions", versions);
        result.put("title", page.title());
        result.put("config", config);
        result.put("numbers", page.numbers());
        result.put("files", files(page));
        text(RESULT, json(result));
    }

    private static List<String> files(DiagnosisPage page) {
        List<String> files = new ArrayList<>(List.of(PAGE));
        for (PagePart part : page.parts()) {
            if (part instanceof PagePart.Table table) {
                files.add(table.name() + TABLE);
            } else if (part instanceof PagePart.Picture picture) {
                files.add(picture.name() + PICTURE);
            }
        }
        return files;
    }

    /** The files of the page that is there, as far as it tells; none without one. */
    private List<String> earlier() {
        Path result = path.resolve(RESULT);
        if (!Files.exists(result)) {
            return List.of();
        }
        try {
            List<String> files = new ArrayList<>();
            for (JsonNode file : ResultJson.mapper().readTree(result.toFile()).path("files")) {
                // of this folder, whatever somebody wrote there
                files.add(String.valueOf(Path.of(file.asText()).getFileName()));
            }
            return files;
        } catch (IOException e) {
            throw new UserError(result + " cannot be read: " + IoReason.of(e), e);
        }
    }

    private void text(String name, String text) {
        new WholeFile(overwrite)
                .write(path.resolve(name), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String csv(PagePart.Table table) {
        return Csv.line(table.heads())
                + table.rows().stream().map(Csv::line).collect(Collectors.joining());
    }

    private static String json(Map<String, Object> result) {
        try {
            return ResultJson.mapper().writeValueAsString(result) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result could not be written as JSON", e);
        }
    }
}
