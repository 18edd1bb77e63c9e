package dev.wherefore.core.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.wherefore.core.IoReason;
import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.ResultJson;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What an evaluation has found out so far, in a file: a line that says of which evaluation, and a
 * line of JSON for each scene. A line that a program was killed in is not counted.
 */
final class Spool {

    private final Path file;
    private final String head;
    private final ObjectMapper json =
            ResultJson.mapper().disable(SerializationFeature.INDENT_OUTPUT);

    /**
     * @param file where it is, or will be
     * @param evaluation what decides the numbers
     */
    Spool(Path file, Object evaluation) {
        this.file = file;
        this.head = line(evaluation);
    }

    /** Whether there is one. */
    boolean exists() {
        return Files.exists(file);
    }

    /**
     * Refuses the scenes of another evaluation.
     *
     * @throws UserError if there are some
     */
    void requireOwn() {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            if (!line(in).filter(head::equals).isPresent()) {
                throw new UserError(
                        "%s holds an evaluation by another config, version or device, so it cannot be gone on with; choose another --out, or replace it with --overwrite"
                                .formatted(file.toAbsolutePath().getParent()));
            }
        } catch (IOException e) {
            throw new UserError(file + " cannot be read: " + IoReason.of(e), e);
        }
    }

    /** How many scenes are in it. */
    int count() {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            int lines = -1;
            while (line(in).isPresent()) {
                lines++;
            }
            return Math.max(0, lines);
        } catch (IOException e) {
            throw new UserError(file + " cannot be read: " + IoReason.of(e), e);
        }
    }

    /** Hands out the first scenes, and cuts off what follows them. */
    void replay(int count, Consumer<MeasuredScene> taker) {
        long length;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            length = line(in).orElseThrow().getBytes(StandardCharsets.UTF_8).length;
            for (int i = 0; i < count; i++) {
                String line = line(in).orElseThrow();
                length += line.getBytes(StandardCharsets.UTF_8).length;
                taker.accept(json.readValue(line, MeasuredScene.class));
            }
        } catch (JsonProcessingException e) {
            throw new UserError(file + " is damaged; replace the evaluation with --overwrite", e);
        } catch (IOException e) {
            throw new UserError(file + " cannot be read: " + IoReason.of(e), e);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
        } catch (IOException e) {
            throw new UserError(file + " cannot be written: " + IoReason.of(e), e);
        }
    }

    /** Begins anew, with no scenes. */
    void begin() {
        try {
            Files.createDirectories(
                    Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file));
            Files.writeString(file, head);
        } catch (IOException e) {
            throw new UserError(file + " cannot be written: " + IoReason.of(e), e);
        }
    }

    /** Adds scenes, all at once. */
    void add(List<MeasuredScene> scenes) {
        StringBuilder text = new StringBuilder();
        scenes.forEach(scene -> text.append(line(scene)));
        try {
            Files.writeString(file, text, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UserError(file + " cannot be written: " + IoReason.of(e), e);
        }
    }

    private String line(Object value) {
        try {
            return json.writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a scene could not be written as JSON", e);
        }
    }

    /** The next line with its end; nothing where none follows that has one. */
    private static Optional<String> line(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            bytes.write(b);
            if (b == '\n') {
                return Optional.of(bytes.toString(StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }
}
