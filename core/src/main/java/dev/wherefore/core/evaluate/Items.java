package dev.wherefore.core.evaluate;

import dev.wherefore.core.IoReason;
import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.Csv;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The table with a line for each map. It waits in a temporary file until all is measured, so that
 * it takes no memory and nothing of it is seen before it is whole.
 */
final class Items implements AutoCloseable {

    private final Path file;
    private final BufferedWriter writer;

    /**
     * @param numbers the names of a map's values, in their order
     */
    Items(List<String> numbers) {
        try {
            file = Files.createTempFile("wherefore-items-", ".csv");
            file.toFile().deleteOnExit();
            writer = Files.newBufferedWriter(file);
            List<String> heads = new ArrayList<>();
            heads.addAll(List.of("scene", "seed", "picture", "label", "probability"));
            heads.addAll(List.of("object-share", "source", "evidence"));
            heads.addAll(numbers);
            writer.write(Csv.line(heads));
        } catch (IOException e) {
            throw new UserError("no temporary file can be written: " + IoReason.of(e), e);
        }
    }

    void add(MeasuredScene scene) {
        try {
            for (MeasuredLabel label : scene.labels()) {
                for (MeasuredMap map : label.maps()) {
                    writer.write(Csv.line(fields(scene, label, map)));
                }
            }
        } catch (IOException e) {
            throw new UserError(file + " cannot be written: " + IoReason.of(e), e);
        }
    }

    private static List<String> fields(MeasuredScene scene, MeasuredLabel label, MeasuredMap map) {
        List<String> fields = new ArrayList<>();
        fields.add(Integer.toString(scene.index()));
        fields.add(Long.toString(scene.number()));
        fields.add(scene.picture());
        fields.add(label.label());
        fields.add(Csv.number(label.probability()));
        fields.add(Csv.number(label.share()));
        fields.add(map.source());
        fields.add(Boolean.toString(map.evidence()));
        map.values().forEach(value -> fields.add(Csv.number(value)));
        return fields;
    }

    /** Writes the whole table. */
    void copyTo(OutputStream out) throws IOException {
        writer.flush();
        Files.copy(file, out);
    }

    @Override
    public void close() {
        try {
            writer.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // it is a temporary file, and goes when the program ends
            file.toFile().deleteOnExit();
        }
    }
}
