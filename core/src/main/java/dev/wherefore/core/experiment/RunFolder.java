package dev.wherefore.core.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wherefore.core.IoReason;
import dev.wherefore.core.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The folder of a run:
 *
 * <pre>
 * run.json            the config the results are of, written with the first result
 * PICTURE/…           maps and drawings of each picture, result.json of it last
 * report/…            what the report shows of each picture, see {@link ReportFiles}
 * report.html         the report, written when the run is over
 * result.json         all of it, written last
 * </pre>
 *
 * Every file is whole or not there, so a picture whose {@code result.json} exists is finished, and
 * a run that was stopped can go on after it.
 */
final class RunFolder {

    private static final String RUN = "run.json";
    private static final String RESULT = "result.json";

    private final Path folder;
    private final OutFolder out;
    private final ReportFiles report;
    private final ReentrantLock writing = new ReentrantLock();
    private boolean claimed;
    private final WholeFile files = new WholeFile(true);
    private final ObjectMapper json = ResultJson.mapper();

    RunFolder(Path folder) {
        this.folder = folder;
        this.out = new OutFolder(folder);
        this.report = new ReportFiles(folder);
    }

    WholeFile files() {
        return files;
    }

    Path of(String picture) {
        return folder.resolve(picture);
    }

    /**
     * Refuses a folder that holds what may not be replaced or gone on with. Nothing is written.
     *
     * @throws UserError if the folder is taken
     */
    void check(RunOptions options, Object config) {
        boolean taken = out.isTaken();
        if (options.resume() && Files.exists(run())) {
            if (!read(run()).equals(text(config))) {
                throw new UserError(
                        "%s holds results of another config, so they cannot be gone on with; choose another --out, or replace them with --overwrite"
                                .formatted(folder));
            }
        } else if (taken && !options.overwrite()) {
            throw new UserError(
                    "%s is not empty; go on with a run that was stopped by --resume, replace it by --overwrite, or choose another place by --out"
                            .formatted(folder));
        }
    }

    /** Makes the folder that of a config, when there is a first result to be written. */
    void claim(RunOptions options, Object config) {
        if (claimed) {
            return;
        }
        tidy();
        out.forget(RESULT);
        out.forget(ReportFiles.PAGE);
        if (!options.resume() || !Files.exists(run())) {
            if (Files.exists(run())) {
                pictures().forEach(this::clear);
                report.clear();
            }
            write(run(), text(config));
        }
        claimed = true;
    }

    private Path run() {
        return folder.resolve(RUN);
    }

    /** Deletes what an earlier run has written of a picture, and nothing that is not of a run. */
    private void clear(Path picture) {
        if (!Files.isDirectory(picture)) {
            return;
        }
        new OutFolder(picture).forget(RESULT);
        new OutFolder(picture)
                .entries().stream().filter(RunFolder::isOurs).forEach(OutFolder::forget);
        if (new OutFolder(picture).entries().isEmpty()) {
            OutFolder.forget(picture);
        }
    }

    private static boolean isOurs(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.equals(PictureWriter.SHEET)
                || PictureWriter.ILLUSTRATION.matcher(name).matches()
                || PictureWriter.FILE.matcher(name).matches();
    }

    private List<Path> pictures() {
        return out.entries().stream().filter(entry -> Files.isDirectory(entry)).toList();
    }

    /** What an earlier run has found out about a picture, if it finished it. */
    Optional<PictureResult> finished(String picture) {
        Path file = of(picture).resolve(RESULT);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.readValue(file.toFile(), PictureResult.class));
        } catch (IOException e) {
            throw new UserError(file + " is damaged; delete it, and --resume makes it again", e);
        }
    }

    /** Makes a picture count as not finished, before its files are written. */
    void begin(String picture) {
        clear(of(picture));
        report.clear(picture);
    }

    void finish(String picture, PictureResult result) {
        write(of(picture).resolve(RESULT), text(result));
    }

    Path finish(RunSummary summary) {
        Path file = folder.resolve(RESULT);
        write(file, text(summary));
        return file;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UserError(file + " cannot be read: " + IoReason.of(e), e);
        }
    }

    private void write(Path file, String text) {
        files.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result could not be written as JSON", e);
        }
    }

    /**
     * Returns what an action returns that writes files which belong together; {@link #close} waits
     * for its end.
     */
    <T> T whole(Supplier<T> action) {
        writing.lock();
        try {
            return action.get();
        } finally {
            writing.unlock();
        }
    }

    /** Waits for the files that are being written, and lets nobody begin others from now on. */
    void close() {
        writing.lock();
    }

    /** Deletes what was being written when a run before this one was killed. */
    private void tidy() {
        pictures().forEach(picture -> new OutFolder(picture).tidy());
        out.tidy();
    }

    /**
     * A folder name for each picture: its file's name without the ending, numbered where it recurs.
     * Names that differ in case alone recur, because there are file systems that take them for one.
     */
    static Map<Path, String> names(List<Path> pictures) {
        Map<Path, String> names = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>(Set.of(RUN, RESULT, ReportFiles.PAGE, ReportFiles.PARTS));
        for (Path picture : pictures) {
            String file = String.valueOf(picture.getFileName());
            int dot = file.lastIndexOf('.');
            String stem = dot > 0 ? file.substring(0, dot) : file;
            String name = stem;
            for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
                name = stem + "-" + n;
            }
            names.put(picture, name);
        }
        return names;
    }
}
