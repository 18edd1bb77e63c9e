package dev.wherefore.core.scene.draw;

/**
 * How much of each pixel a shape covers, exactly: every edge adds the area to its right, and a sum
 * along each row gives the coverage. Overlapping contours that turn the same way unite.
 */
final class Scan {

    private final int left;
    private final int top;
    private final int right;
    private final int bottom;
    private final float[] sums;
    private int x0;
    private int y0;
    private int x1;
    private int y1;
    private int stride;

    /** Covers pixels from a left and upper bound up to a right and lower one. */
    Scan(int left, int top, int right, int bottom) {
        this.left = left;
        this.top = top;
        this.right = right;
        this.bottom = bottom;
        this.sums = new float[(right - left + 2) * (bottom - top)];
    }

    /** Receives a row's coverage. */
    interface RowSink {
        void row(int y, int from, int to, float[] coverage);
    }

    /** Gives the coverage of a shape, row by row, each value from 0 to 1. */
    void cover(Path path, Affine map, RowSink sink) {
        double[] points = new double[path.size()];
        double[] source = path.points();
        if (!bounds(source, points, map)) {
            return;
        }
        int from = 0;
        for (int i = 0; i < path.contours(); i++) {
            int end = path.end(i);
            for (int j = from; j < end; j += 2) {
                int k = j + 2 < end ? j + 2 : from;
                edge(points[j] - x0, points[j + 1] - y0, points[k] - x0, points[k + 1] - y0);
            }
            from = end;
        }
        rows(sink);
    }

    private boolean bounds(double[] source, double[] points, Affine map) {
        double lowX = Double.MAX_VALUE;
        double lowY = Double.MAX_VALUE;
        double highX = -Double.MAX_VALUE;
        double highY = -Double.MAX_VALUE;
        for (int i = 0; i < points.length; i += 2) {
            double x = map.x(source[i], source[i + 1]);
            double y = map.y(source[i], source[i + 1]);
            points[i] = x;
            points[i + 1] = y;
            lowX = Math.min(lowX, x);
            lowY = Math.min(lowY, y);
            highX = Math.max(highX, x);
            highY = Math.max(highY, y);
        }
        x0 = (int) Math.max(left, Math.floor(lowX));
        y0 = (int) Math.max(top, Math.floor(lowY));
        x1 = (int) Math.min(right, Math.ceil(highX));
        y1 = (int) Math.min(bottom, Math.ceil(highY));
        stride = x1 - x0 + 2;
        return x0 < x1 && y0 < y1;
    }

    private void rows(RowSink sink) {
        float[] row = new float[x1 - x0];
        for (int y = y0; y < y1; y++) {
            int at = (y - y0) * stride;
            float sum = 0;
            for (int x = 0; x < row.length; x++) {
                sum += sums[at + x];
                sums[at + x] = 0;
                row[x] = Math.min(1f, Math.abs(sum));
            }
            sums[at + row.length] = 0;
            sums[at + row.length + 1] = 0;
            sink.row(y, x0, x1, row);
        }
    }

    private void edge(double ax, double ay, double bx, double by) {
        if (ay == by) {
            return;
        }
        double way = ay < by ? 1 : -1;
        double upperX = ay < by ? ax : bx;
        double upperY = Math.min(ay, by);
        double lowerY = Math.max(ay, by);
        double slope = (bx - ax) / (by - ay);
        double width = x1 - x0;
        int first = (int) Math.max(0, Math.floor(upperY));
        int last = (int) Math.min(y1 - y0, Math.ceil(lowerY));
        double x = upperX + slope * (Math.max(first, upperY) - upperY);
        for (int y = first; y < last; y++) {
            double dy = Math.min(y + 1, lowerY) - Math.max(y, upperY);
            double next = x + slope * dy;
            double low = Math.max(0, Math.min(width, Math.min(x, next)));
            double high = Math.max(0, Math.min(width, Math.max(x, next)));
            spread(y * stride, low, high, dy * way);
            x = next;
        }
    }

    /** Adds the part of an edge within one row: from column {@code low} to {@code high}. */
    private void spread(int row, double low, double high, double share) {
        int firstColumn = (int) low;
        int lastColumn = (int) Math.ceil(high);
        if (lastColumn <= firstColumn + 1) {
            double beyond = share * ((low + high) / 2 - firstColumn);
            sums[row + firstColumn] += (float) (share - beyond);
            sums[row + firstColumn + 1] += (float) beyond;
            return;
        }
        double each = share / (high - low);
        double before = 0;
        double done = 0;
        for (int column = firstColumn; column < lastColumn; column++) {
            double start = Math.max(low, column);
            double end = Math.min(high, column + 1);
            double height = each * (end - start);
            double covered = done + height * (column + 1 - (start + end) / 2);
            sums[row + column] += (float) (covered - before);
            before = covered;
            done += height;
        }
        sums[row + lastColumn] += (float) (share - before);
    }
}
