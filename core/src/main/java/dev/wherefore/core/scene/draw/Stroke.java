package dev.wherefore.core.scene.draw;

import java.util.Arrays;

/** Lines with a width, as shapes. */
final class Stroke {

    private Stroke() {}

    /** Returns a line along points, with round ends and corners. */
    static Path along(double width, double... coordinates) {
        return chain(new Path(), coordinates, width, false);
    }

    /** Returns a line along an unfinished shape's points. */
    static Path open(Path path, double width) {
        return along(width, Arrays.copyOf(path.points(), path.size()));
    }

    /** Returns a line along each contour of a shape, all around. */
    static Path around(Path path, double width) {
        Path stroke = new Path();
        int from = 0;
        for (int i = 0; i < path.contours(); i++) {
            chain(stroke, Arrays.copyOfRange(path.points(), from, path.end(i)), width, true);
            from = path.end(i);
        }
        return stroke;
    }

    private static Path chain(Path stroke, double[] points, double width, boolean closed) {
        int corners = points.length / 2;
        double half = width / 2;
        for (int i = 0; i < (closed ? corners : corners - 1); i++) {
            int j = (i + 1) % corners;
            segment(stroke, points, i, j, half);
        }
        for (int i = 0; i < corners; i++) {
            boolean end = !closed && (i == 0 || i == corners - 1);
            if (end || sharp(points, (i + corners - 1) % corners, i, (i + 1) % corners)) {
                stroke.and(Path.oval(points[2 * i], points[2 * i + 1], half, half));
            }
        }
        return stroke;
    }

    private static void segment(Path stroke, double[] points, int i, int j, double half) {
        double dx = points[2 * j] - points[2 * i];
        double dy = points[2 * j + 1] - points[2 * i + 1];
        double length = Math.sqrt(dx * dx + dy * dy);
        if (length > 0) {
            double nx = -dy / length * half;
            double ny = dx / length * half;
            double x0 = points[2 * i];
            double y0 = points[2 * i + 1];
            stroke.line(x0 + nx, y0 + ny)
                    .line(x0 + dx + nx, y0 + dy + ny)
                    .line(x0 + dx - nx, y0 + dy - ny)
                    .line(x0 - nx, y0 - ny)
                    .close();
        }
    }

    /** Whether a line turns enough at a corner for a gap to be seen. */
    private static boolean sharp(double[] points, int before, int at, int after) {
        double ax = points[2 * at] - points[2 * before];
        double ay = points[2 * at + 1] - points[2 * before + 1];
        double bx = points[2 * after] - points[2 * at];
        double by = points[2 * after + 1] - points[2 * at + 1];
        double dot = ax * bx + ay * by;
        double lengths = (ax * ax + ay * ay) * (bx * bx + by * by);
        return dot < 0 || dot * dot < 0.99 * lengths;
    }
}
