package dev.wherefore.core.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wherefore.core.render.ColorMap;
import dev.wherefore.core.render.ColorMaps;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a page needs to show a {@link PictureView}: a script that defines {@code
 * Wherefore.show(element, pictureView, options)}, and its style. Neither needs another file.
 */
public final class ViewerFiles {

    /** The colours that a reader can choose: dark to bright for everybody. */
    static final List<String> HEAT = List.of("inferno", "viridis", "cividis");

    private static final String SIGNED = "blue-orange";

    private ViewerFiles() {}

    /**
     * Returns the script, with the colour tables that it draws with.
     *
     * @return JavaScript that may stand in a {@code <script>} element
     */
    public static String script() {
        ColorMaps maps = new ColorMaps();
        Map<String, String> tables =
                Stream.concat(
                                HEAT.stream().map(maps::sequential),
                                Stream.of(maps.diverging(SIGNED)))
                        .collect(Collectors.toMap(ColorMap::name, ViewerFiles::hexadecimal));
        try {
            String json = new ObjectMapper().writeValueAsString(new TreeMap<>(tables));
            return text("painter.js")
                    + text("words.js")
                    + text("viewer.js")
                    + "Wherefore.colors = "
                    + json
                    + ";\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the colour tables could not be written as JSON", e);
        }
    }

    /**
     * Returns the style sheet.
     *
     * @return CSS that may stand in a {@code <style>} element
     */
    public static String style() {
        return text("viewer.css");
    }

    private static String hexadecimal(ColorMap map) {
        return IntStream.range(0, ColorMap.SIZE)
                .mapToObj(i -> "%06x".formatted(map.rgb(i / (ColorMap.SIZE - 1f))))
                .collect(Collectors.joining());
    }

    /** The text of a resource beside this class. */
    static String text(String name) {
        try (InputStream in =
                Objects.requireNonNull(ViewerFiles.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
