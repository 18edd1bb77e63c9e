package dev.wherefore.core.coco;

import dev.wherefore.core.scene.Mask;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/** Fills polygons, column by column: a pixel is inside if its centre is, by the even-odd rule. */
final class PolygonFill {

    private static final double HALF = 0.5;

    private final int width;
    private final int height;

    PolygonFill(int width, int height) {
        this.width = width;
        this.height = height;
    }

    Mask union(List<float[]> polygons) {
        BitSet pixels = new BitSet(width * height);
        polygons.forEach(polygon -> fill(polygon, pixels));
        return Mask.of(width, height, pixels);
    }

    private void fill(float[] polygon, BitSet pixels) {
        List<List<Integer>> columns = new ArrayList<>();
        for (int x = 0; x < width; x++) {
            columns.add(new ArrayList<>());
        }
        int from = polygon.length - 2;
        for (int to = 0; to < polygon.length; to += 2) {
            cross(polygon[from], polygon[from + 1], polygon[to], polygon[to + 1], columns);
            from = to;
        }
        for (int x = 0; x < width; x++) {
            List<Integer> rows = columns.get(x);
            Collections.sort(rows);
            for (int i = 0; i + 1 < rows.size(); i += 2) {
                for (int y = rows.get(i); y < rows.get(i + 1); y++) {
                    pixels.set(y * width + x);
                }
            }
        }
    }

    /** Notes, for each column whose centre an edge crosses, the first row whose centre is lower. */
    private void cross(double x0, double y0, double x1, double y1, List<List<Integer>> columns) {
        int first = bound(Math.min(x0, x1), width);
        int end = bound(Math.max(x0, x1), width);
        for (int x = first; x < end; x++) {
            double y = y0 + (x + HALF - x0) / (x1 - x0) * (y1 - y0);
            columns.get(x).add(bound(y, height));
        }
    }

    /** The first pixel whose centre lies beyond a place. */
    private static int bound(double place, int size) {
        return (int) Math.max(0, Math.min(size, Math.floor(place + HALF)));
    }
}
