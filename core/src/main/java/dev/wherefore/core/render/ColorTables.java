package dev.wherefore.core.render;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Reads the colour tables beside this class: {@code map NAME KIND}, then 256 hexadecimal colours.
 */
final class ColorTables {

    private static final String RESOURCE = "colormaps.txt";

    /** Returns all maps of the resource, in its order. */
    List<ColorMap> read() {
        List<ColorMap> maps = new ArrayList<>();
        try (BufferedReader lines = open()) {
            String line = lines.readLine();
            while (line != null) {
                if (line.startsWith("map ")) {
                    maps.add(readMap(line.split(" ", -1), lines));
                }
                line = lines.readLine();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
        return maps;
    }

    private static BufferedReader open() {
        InputStream in =
                Objects.requireNonNull(ColorTables.class.getResourceAsStream(RESOURCE), RESOURCE);
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    private static ColorMap readMap(String[] head, BufferedReader lines) throws IOException {
        int[] table = new int[ColorMap.SIZE];
        int filled = 0;
        while (filled < table.length) {
            String line = Objects.requireNonNull(lines.readLine(), RESOURCE + " ends too early");
            for (String color : line.split(" ", -1)) {
                table[filled++] = Integer.parseInt(color, 16);
            }
        }
        return new ColorMap(head[1], head[2].equals("diverging"), table);
    }
}
