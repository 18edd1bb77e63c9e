package dev.wherefore.core.scene.coco;

import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The elements of a JSON array, one a line, on disk until the file that they belong to is made. */
final class Spool implements AutoCloseable {

    private final Path file;
    private final ObjectWriter json;
    private final Writer out;
    private boolean empty = true;

    Spool(Path file, ObjectWriter json) throws IOException {
        this.file = file;
        this.json = json;
        this.out = Files.newBufferedWriter(file);
    }

    void add(Object element) throws IOException {
        out.write(empty ? "\n" : ",\n");
        out.write(json.writeValueAsString(element));
        empty = false;
    }

    /** Writes the array. */
    void writeTo(OutputStream target) throws IOException {
        out.flush();
        target.write('[');
        Files.copy(file, target);
        target.write("\n]".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(file);
    }
}
