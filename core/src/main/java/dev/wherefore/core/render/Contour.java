package dev.wherefore.core.render;

import dev.wherefore.core.image.Plane;
import java.awt.Shape;
import java.awt.geom.Path2D;

/**
 * The line along which a map passes through a level, by marching squares between pixel centres. A
 * place belongs inside when its value is at least the level. In the ambiguous case, two opposite
 * corners inside, these are kept apart. The line is open where the inside touches the map's edge.
 * Cells with a NaN have no line.
 */
public final class Contour {

    private final Plane map;
    private final float level;
    private final Path2D.Float path = new Path2D.Float();

    private Contour(Plane map, float level) {
        this.map = map;
        this.level = level;
    }

    /**
     * Returns the contour of a map.
     *
     * @param map the map, {@code (h, w)}
     * @param level the level, in the map's units
     * @return the line, in pixels: (0, 0) is the upper left corner of the first pixel
     */
    public static Shape of(Plane map, float level) {
        Contour contour = new Contour(map, level);
        for (int y = 0; y + 1 < map.height(); y++) {
            for (int x = 0; x + 1 < map.width(); x++) {
                contour.addCell(y, x);
            }
        }
        return contour.path;
    }

    private void addCell(int y, int x) {
        float a = map.at(y, x);
        float b = map.at(y, x + 1);
        float c = map.at(y + 1, x + 1);
        float d = map.at(y + 1, x);
        if (Float.isNaN(a + b + c + d)) {
            return;
        }
        double[] top = {x + 0.5 + crossing(a, b), y + 0.5};
        double[] right = {x + 1.5, y + 0.5 + crossing(b, c)};
        double[] bottom = {x + 0.5 + crossing(d, c), y + 1.5};
        double[] left = {x + 0.5, y + 0.5 + crossing(a, d)};
        switch (bit(a, 8) | bit(b, 4) | bit(c, 2) | bit(d, 1)) {
            case 1, 14 -> add(left, bottom);
            case 2, 13 -> add(bottom, right);
            case 4, 11 -> add(top, right);
            case 7, 8 -> add(left, top);
            case 3, 12 -> add(left, right);
            case 6, 9 -> add(top, bottom);
            case 5 -> {
                add(top, right);
                add(left, bottom);
            }
            case 10 -> {
                add(left, top);
                add(bottom, right);
            }
            default -> {} // all inside or all outside
        }
    }

    private int bit(float value, int bit) {
        return value >= level ? bit : 0;
    }

    /** Returns how far along from one corner to the next the level is met, in [0, 1]. */
    private double crossing(float from, float to) {
        double share = (level - (double) from) / ((double) to - from);
        return share >= 0 && share <= 1 ? share : 0.5;
    }

    private void add(double[] from, double[] to) {
        path.moveTo(from[0], from[1]);
        path.lineTo(to[0], to[1]);
    }
}
