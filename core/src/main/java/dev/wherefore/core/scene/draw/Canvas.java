package dev.wherefore.core.scene.draw;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A picture in the making. What is drawn between {@link #beginObject} and {@link #endObject}
 * belongs to one object, whose coverage is kept, also beyond the picture's edge. Not for several
 * threads.
 */
public final class Canvas {

    private static final double MARGIN = 56;
    private static final float FAINT = 1f / 512;

    private final int width;
    private final int height;
    private final double scale;
    private final boolean painted;
    private final int margin;
    private final int stride;
    private final float[] samples;
    private final float[] covered;
    private final Scan inside;
    private final Scan around;
    private boolean tracking;
    private int left;
    private int right;
    private int top;
    private int bottom;

    /**
     * Makes a black picture.
     *
     * @param width the width in pixels
     * @param height the height in pixels
     * @param painted false if only the objects' coverage is asked for
     */
    public Canvas(int width, int height, boolean painted) {
        this.width = width;
        this.height = height;
        this.painted = painted;
        this.scale = Math.min(width, height) / 128.0;
        this.margin = (int) Math.ceil(MARGIN * scale);
        this.stride = width + 2 * margin;
        this.samples = new float[painted ? width * height * 3 : 0];
        this.covered = new float[stride * (height + 2 * margin)];
        this.inside = new Scan(0, 0, width, height);
        this.around = new Scan(-margin, -margin, width + margin, height + margin);
    }

    /**
     * Returns the width.
     *
     * @return the width in pixels
     */
    public int width() {
        return width;
    }

    /**
     * Returns the height.
     *
     * @return the height in pixels
     */
    public int height() {
        return height;
    }

    /**
     * Returns how many pixels a unit has.
     *
     * @return the shorter side's pixels, over 128
     */
    public double scale() {
        return scale;
    }

    /**
     * Returns the width in units.
     *
     * @return the width, 128 if it is the shorter side
     */
    public double wide() {
        return width / scale;
    }

    /**
     * Returns the height in units.
     *
     * @return the height, 128 if it is the shorter side
     */
    public double high() {
        return height / scale;
    }

    /**
     * Returns a pen whose coordinates are units from the upper left corner.
     *
     * @return the pen
     */
    public Pen pen() {
        return new Pen(this, Affine.scale(scale, scale));
    }

    /** Starts an object. */
    public void beginObject() {
        tracking = true;
        left = width + margin;
        right = -margin;
        top = height + margin;
        bottom = -margin;
    }

    /**
     * Ends an object.
     *
     * @return the pixels of which it covers half or more
     */
    public Silhouette endObject() {
        tracking = false;
        BitSet pixels = new BitSet(width * height);
        int area = 0;
        for (int y = top; y < bottom; y++) {
            int row = (y + margin) * stride + margin;
            boolean within = y >= 0 && y < height;
            for (int x = left; x < right; x++) {
                if (covered[row + x] >= 0.5f) {
                    area++;
                    if (within && x >= 0 && x < width) {
                        pixels.set(y * width + x);
                    }
                }
            }
            Arrays.fill(covered, row + left, row + Math.max(left, right), 0);
        }
        return new Silhouette(pixels, area);
    }

    /** Fills a shape. */
    void fill(Path path, Affine map, Paint paint) {
        Shade shade = new Shade(paint, map);
        if (tracking) {
            around.cover(path, map, (y, from, to, row) -> track(y, from, to, row, shade));
        } else if (painted) {
            inside.cover(path, map, (y, from, to, row) -> blend(y, from, to, row, from, shade));
        }
    }

    private void track(int y, int from, int to, float[] row, Shade shade) {
        int at = (y + margin) * stride + margin;
        left = Math.min(left, from);
        right = Math.max(right, to);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y + 1);
        float alpha = shade.alpha();
        for (int x = from; x < to; x++) {
            covered[at + x] += (1 - covered[at + x]) * row[x - from] * alpha;
        }
        if (painted && y >= 0 && y < height) {
            blend(y, Math.max(0, from), Math.min(width, to), row, from, shade);
        }
    }

    private void blend(int y, int from, int to, float[] row, int origin, Shade shade) {
        float alpha = shade.alpha();
        for (int x = from; x < to; x++) {
            float share = row[x - origin] * alpha;
            if (share >= FAINT) {
                float t = shade.place(x, y);
                int i = (y * width + x) * 3;
                samples[i] += (shade.red(t) - samples[i]) * share;
                samples[i + 1] += (shade.green(t) - samples[i + 1]) * share;
                samples[i + 2] += (shade.blue(t) - samples[i + 2]) * share;
            }
        }
    }

    /**
     * Darkens an ellipse, most in its middle: a soft shadow, which belongs to no object.
     *
     * @param x the centre in units
     * @param y the centre in units
     * @param rx half the width in units
     * @param ry half the height in units
     * @param strength how dark its middle is, from 0 to 1
     */
    public void shadow(double x, double y, double rx, double ry, double strength) {
        if (!painted) {
            return;
        }
        int x0 = (int) Math.max(0, (x - rx) * scale);
        int x1 = (int) Math.min(width, (x + rx) * scale + 1);
        int y0 = (int) Math.max(0, (y - ry) * scale);
        int y1 = (int) Math.min(height, (y + ry) * scale + 1);
        for (int py = y0; py < y1; py++) {
            double v = ((py + 0.5) / scale - y) / ry;
            for (int px = x0; px < x1; px++) {
                double u = ((px + 0.5) / scale - x) / rx;
                double fall = 1 - u * u - v * v;
                if (fall > 0) {
                    float keep = (float) (1 - strength * Math.min(1, fall * 1.6));
                    int i = (py * width + px) * 3;
                    samples[i] *= keep;
                    samples[i + 1] *= keep;
                    samples[i + 2] = samples[i + 2] * (keep + (1 - keep) * 0.15f);
                }
            }
        }
    }

    /** The picture's samples, 0 to 255: {@code (height, width, 3)}, to be worked on in place. */
    float[] samples() {
        return samples;
    }
}
