package dev.wherefore.core.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.wherefore.core.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of a run:
 *
 * <pre>
 * run.json            the config the results are of, written first
 * PICTURE/…           maps and drawings of each picture, result.json of it last
 * result.json         all of it, written when the run is over
 * </pre>
 *
 * Every file is whole or not there, so a picture whose {@code result.json} exists is finished, and
 * a run that was stopped can go on after it.
 */
final class RunFolder {

    private static final String RUN = "run.json";
    private static final String RESULT = "result.json";

    private final Path folder;
    private final WholeFile files = new WholeFile(true);
    private final ObjectMapper json =
            new ObjectMapper()
                    .registerModule(new Jdk8Module())
                    .enable(SerializationFeature.INDENT_OUTPUT);

    RunFolder(Path folder) {
        this.folder = folder;
    }

    WholeFile files() {
        return files;
    }

    Path of(String picture) {
        return folder.resolve(picture);
    }

    /** Claims the folder for a config: a new one, one to go on with, or one to replace. */
    void claim(RunOptions options, Object config) {
        String wanted = text(config);
        Path run = folder.resolve(RUN);
        if (Files.exists(run) && options.resume()) {
            String found = read(run);
            if (!found.equals(wanted)) {
                throw new UserError(
                        "%s holds results of another config, so they cannot be gone on with; choose another --out, or replace them with --overwrite"
                                .formatted(folder));
            }
        } else if (isTaken() && !options.overwrite()) {
            throw new UserError(
                    "%s is not empty; go on with a run that was stopped by --resume, replace it by --overwrite, or choose another place by --out"
                            .formatted(folder));
        } else {
            forget(folder.resolve(RESULT));
            write(run, wanted);
        }
    }

    private boolean isTaken() {
        if (!Files.isDirectory(folder)) {
            if (Files.exists(folder)) {
                throw new UserError(folder + " is a file; the results need a folder");
            }
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isPresent();
        } catch (IOException e) {
            throw new UserError(folder + " cannot be read: " + IoReason.of(e), e);
        }
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
        forget(of(picture).resolve(RESULT));
    }

    void finish(String picture, PictureResult result) {
        write(of(picture).resolve(RESULT), text(result));
    }

    Path finish(RunSummary summary) {
        Path file = folder.resolve(RESULT);
        write(file, text(summary));
        return file;
    }

    private static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UserError(file + " cannot be replaced: " + IoReason.of(e), e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UserError(file + " cannot be read: " + IoReason.of(e), e);
        }
    }

    private void write(Path file, String text) {
        files.write(file, out -> out.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result could not be written as JSON", e);
        }
    }

    /** Deletes what was being written when the run was stopped. */
    void sweep() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.walk(folder, 2)) {
            for (Path part : entries.filter(WholeFile::isPart).toList()) {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UserError(folder + " cannot be tidied up: " + IoReason.of(e), e);
        }
    }

    /**
     * A folder name for each picture: its file's name without the ending, numbered where it recurs.
     */
    static Map<Path, String> names(List<Path> pictures) {
        Map<Path, String> names = new LinkedHashMap<>();
        for (Path picture : pictures) {
            String file = String.valueOf(picture.getFileName());
            int dot = file.lastIndexOf('.');
            String stem = dot > 0 ? file.substring(0, dot) : file;
            String name = stem;
            for (int n = 2; names.containsValue(name); n++) {
                name = stem + "-" + n;
            }
            names.put(picture, name);
        }
        return names;
    }
}
