package dev.wherefore.core.network.torchscript;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Archives whose programs say something else than the exported ones. */
public final class EditedArchive {

    private EditedArchive() {}

    /**
     * Writes a copy of an archive with its program's text changed.
     *
     * @param from the archive
     * @param to the copy
     * @param edits regular expressions, at least one place each, and what stands there instead
     * @return the copy
     */
    public static Path write(Path from, Path to, Map<String, String> edits) throws IOException {
        try (TorchScriptArchive archive = TorchScriptArchive.open(from);
                OutputStream stream = Files.newOutputStream(to)) {
            Map<String, String> sources = archive.sources();
            edits.forEach(
                    (place, by) -> {
                        Map<String, String> before = new LinkedHashMap<>(sources);
                        sources.replaceAll((name, text) -> text.replaceAll(place, by));
                        assertThat(sources).as(place).isNotEqualTo(before);
                    });
            archive.copy(sources, stream);
        }
        return to;
    }
}
