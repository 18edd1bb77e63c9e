package dev.wherefore.core.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of a run's report:
 *
 * <pre>
 * report.html         the report, written when the run is over
 * report/PICTURE.js   what it shows of each picture, written when the picture is finished
 * report/PICTURE.jpg  the picture, very small
 * </pre>
 *
 * @param folder the folder of the run
 */
public record ReportFiles(Path folder) {

    /** The name of a report. */
    public static final String PAGE = "report.html";

    /** The name of the folder of its parts. */
    public static final String PARTS = "report";

    /**
     * Returns the report.
     *
     * @return the file
     */
    public Path page() {
        return folder.resolve(PAGE);
    }

    /**
     * Returns what the report shows of a picture.
     *
     * @param picture the name of the picture's folder
     * @return the file
     */
    public Path part(String picture) {
        return parts().resolve(picture + ".js");
    }

    /**
     * Returns a picture, very small.
     *
     * @param picture the name of the picture's folder
     * @return the file
     */
    public Path thumbnail(String picture) {
        return parts().resolve(picture + ".jpg");
    }

    private Path parts() {
        return folder.resolve(PARTS);
    }

    /** Deletes what there is of a picture. */
    void clear(String picture) {
        List.of(part(picture), thumbnail(picture)).forEach(OutFolder::forget);
    }

    /** Deletes the report with its parts, and nothing that is not of a report. */
    void clear() {
        OutFolder.forget(page());
        OutFolder parts = new OutFolder(parts());
        parts.tidy();
        parts.entries().stream().filter(ReportFiles::isPart).forEach(OutFolder::forget);
        if (Files.isDirectory(parts.path()) && parts.entries().isEmpty()) {
            OutFolder.forget(parts.path());
        }
    }

    private static boolean isPart(Path file) {
        String name = String.valueOf(file.getFileName());
        return Files.isRegularFile(file) && (name.endsWith(".js") || name.endsWith(".jpg"));
    }
}
