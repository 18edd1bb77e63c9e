package dev.wherefore.vqa.data;

import dev.wherefore.core.image.Plane;

/** Brings maps to a size at which they can be compared. */
final class MapSize {

    private MapSize() {}

    /**
     * A map at another size: the means over the areas of its places if it becomes smaller, else
     * interpolated.
     */
    static Plane of(Plane map, int height, int width) {
        if (map.height() == height && map.width() == width) {
            return map;
        }
        if (map.height() < height || map.width() < width) {
            return map.resizeBilinear(height, width);
        }
        double down = (double) map.height() / height;
        double across = (double) map.width() / width;
        return Plane.compute(
                height,
                width,
                (y, x) -> mean(map, y * down, (y + 1) * down, x * across, (x + 1) * across));
    }

    /** The mean over a rectangle; pixels that it cuts count by the part that is inside. */
    private static float mean(Plane map, double top, double bottom, double left, double right) {
        double sum = 0;
        for (int y = (int) top; y < Math.min(bottom, map.height()); y++) {
            double high = Math.min(y + 1, bottom) - Math.max(y, top);
            for (int x = (int) left; x < Math.min(right, map.width()); x++) {
                sum += map.at(y, x) * high * (Math.min(x + 1, right) - Math.max(x, left));
            }
        }
        return (float) (sum / ((bottom - top) * (right - left)));
    }
}
