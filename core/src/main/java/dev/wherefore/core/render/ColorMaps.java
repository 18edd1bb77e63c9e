package dev.wherefore.core.render;

import dev.wherefore.core.NearMatches;
import dev.wherefore.core.UserError;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The colour maps by name. Sequential: {@code viridis}, {@code inferno}, {@code magma} and {@code
 * cividis}, whose luminance rises evenly, {@code turbo}, and {@code jet} for comparison with other
 * tools. Diverging: {@code coolwarm}, {@code blue-white-red} and {@code blue-orange}, whose ends
 * differ for everybody who sees colours in any way.
 */
public final class ColorMaps {

    private static final int WHITE = 0xffffff;
    private static final int BLUE = 0x0057c8;
    private static final int ORANGE = 0xe66100;

    private final Map<String, ColorMap> byName;

    /** Constructs the collection: reads the tables that come with Wherefore. */
    public ColorMaps() {
        byName =
                Stream.concat(
                                new ColorTables().read().stream(),
                                Stream.of(jet(), blueWhiteRed(), blueOrange()))
                        .collect(Collectors.toUnmodifiableMap(ColorMap::name, map -> map));
    }

    /**
     * Returns the names of all maps of a kind, in alphabetical order.
     *
     * @param diverging whether the maps of signed values are wanted
     * @return the names
     */
    public List<String> names(boolean diverging) {
        return byName.values().stream()
                .filter(map -> map.diverging() == diverging)
                .map(ColorMap::name)
                .sorted()
                .toList();
    }

    /**
     * Returns a map for values from nothing to much.
     *
     * @param name its name
     * @return the map
     * @throws UserError if there is no sequential map of that name
     */
    public ColorMap sequential(String name) {
        return named(name, false);
    }

    /**
     * Returns a map for signed values.
     *
     * @param name its name
     * @return the map
     * @throws UserError if there is no diverging map of that name
     */
    public ColorMap diverging(String name) {
        return named(name, true);
    }

    private ColorMap named(String name, boolean diverging) {
        List<String> names = names(diverging);
        ColorMap map = byName.get(name);
        if (map != null && map.diverging() == diverging) {
            return map;
        }
        String kind = diverging ? "diverging" : "sequential";
        String hint = NearMatches.hint(name, names);
        throw new UserError(
                "there is no "
                        + kind
                        + " colour map '"
                        + name
                        + "'"
                        + (hint.isEmpty() ? "; there are " + String.join(", ", names) : hint));
    }

    /** The old rainbow, as OpenCV draws it (but for one unit in one blue value). */
    private static ColorMap jet() {
        int[] table = new int[ColorMap.SIZE];
        for (int i = 0; i < table.length; i++) {
            table[i] =
                    Rgb.of(
                            Rgb.clip(Math.min(4 * i - 382, 1148 - 4 * i)),
                            Rgb.clip(Math.min(4 * i - 128, 892 - 4 * i)),
                            Rgb.clip(Math.min(4 * i + 128, 638 - 4 * i)));
        }
        return new ColorMap("jet", false, table);
    }

    private static ColorMap blueWhiteRed() {
        int[] table = new int[ColorMap.SIZE];
        for (int i = 0; i < table.length; i++) {
            int fromEnd = Rgb.clip(2 * i);
            int toEnd = Rgb.clip(2 * (ColorMap.SIZE - 1 - i));
            table[i] = Rgb.of(fromEnd, Math.min(fromEnd, toEnd), toEnd);
        }
        return new ColorMap("blue-white-red", true, table);
    }

    /** White in the middle, and ends that nobody takes for one another who sees no red or green. */
    private static ColorMap blueOrange() {
        int[] table = new int[ColorMap.SIZE];
        float middle = (ColorMap.SIZE - 1) / 2f;
        for (int i = 0; i < table.length; i++) {
            int end = i < middle ? BLUE : ORANGE;
            table[i] = Rgb.mix(WHITE, end, Math.abs(i - middle) / middle);
        }
        return new ColorMap("blue-orange", true, table);
    }
}
