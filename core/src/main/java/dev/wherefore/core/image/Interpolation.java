package dev.wherefore.core.image;

/** How a plane of values is brought to another size. */
public enum Interpolation {
    /** Linear between pixel centres: PyTorch's {@code align_corners=False}, OpenCV's linear. */
    BILINEAR {
        @Override
        public Plane resize(Plane plane, int height, int width) {
            return plane.resizeBilinear(height, width);
        }

        @Override
        LineTaps taps(int length, int newLength) {
            return LineTaps.filter(Filter.BILINEAR, length, newLength);
        }
    },
    /**
     * Linear between corners that stay corners: PyTorch's {@code align_corners=True}, and what
     * Torch's {@code image.scale} does when it enlarges.
     */
    BILINEAR_ALIGNED {
        @Override
        LineTaps taps(int length, int newLength) {
            return LineTaps.aligned(length, newLength);
        }
    },
    /** The old pixel that the new one's upper left corner lies in: PyTorch's {@code nearest}. */
    NEAREST {
        @Override
        LineTaps taps(int length, int newLength) {
            return LineTaps.nearest(length, newLength);
        }
    },
    /**
     * The cubic of Keys with a = −0.5, as Pillow resizes pictures of mode {@code F}. Values may
     * overshoot those of the old plane.
     */
    BICUBIC {
        @Override
        LineTaps taps(int length, int newLength) {
            return LineTaps.filter(Filter.BICUBIC, length, newLength);
        }
    };

    abstract LineTaps taps(int length, int newLength);

    /**
     * Returns how much each place of an old line counts at each of a new one, for programs that
     * resize by matrix products.
     *
     * @param length how many old places there are, at least 1
     * @param newLength how many new ones, at least 1
     * @return {@code (newLength, length)}, row by row
     */
    public float[] weights(int length, int newLength) {
        float[] weights = new float[Math.multiplyExact(newLength, length)];
        taps(length, newLength).writeTo(weights, length);
        return weights;
    }

    /**
     * Returns a plane at another size.
     *
     * @param plane the plane
     * @param height the new number of rows, at least 1
     * @param width the new number of columns, at least 1
     * @return the plane at the new size
     */
    public Plane resize(Plane plane, int height, int width) {
        if (plane.height() == height && plane.width() == width) {
            return plane;
        }
        LineTaps columns = taps(plane.width(), width);
        LineTaps rows = taps(plane.height(), height);
        Plane wide =
                Plane.compute(
                        plane.height(), width, (y, x) -> columns.at(x, from -> plane.at(y, from)));
        return Plane.compute(height, width, (y, x) -> rows.at(y, from -> wide.at(from, x)));
    }
}
