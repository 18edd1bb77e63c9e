package dev.wherefore.core.weights;

import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.UserError;

/** A tensor whose numbers lie in a mapped file, row by row or at strides. */
final class FileTensor implements WeightTensor {

    private final FileBytes bytes;
    private final long start;
    private final ElementType type;
    private final Shape shape;
    private final long[] strides;

    /**
     * @param start where the first number is, in bytes from the file's beginning
     * @param strides how far the next number along each dimension is, in numbers; the caller has
     *     checked that all of them lie in the file
     */
    FileTensor(FileBytes bytes, long start, ElementType type, Shape shape, long[] strides) {
        this.bytes = bytes;
        this.start = start;
        this.type = type;
        this.shape = shape;
        this.strides = strides.clone();
    }

    /** A tensor that lies row by row. */
    static FileTensor rows(FileBytes bytes, long start, ElementType type, Shape shape) {
        return new FileTensor(bytes, start, type, shape, rowStrides(shape));
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public String type() {
        return type.name();
    }

    @Override
    public float[] toFloats() {
        long count = shape.size();
        if (count > Integer.MAX_VALUE - 8) {
            throw new UserError(
                    "'"
                            + bytes.file()
                            + "' has a tensor of "
                            + count
                            + " values; at most 2147483639 can be read");
        }
        float[] values = new float[(int) count];
        if (values.length > 0) {
            if (liesRowByRow()) {
                readRun(start, values, 0, values.length);
            } else {
                readStrided(values);
            }
        }
        return values;
    }

    private void readRun(long from, float[] to, int at, int count) {
        int most = FileBytes.WINDOW / type.bytes();
        for (int done = 0; done < count; ) {
            int part = Math.min(most, count - done);
            long offset = from + (long) done * type.bytes();
            type.read(bytes.window(offset, part * type.bytes()), to, at + done, part);
            done += part;
        }
    }

    private void readStrided(float[] values) {
        int last = strides.length - 1;
        int row = (int) shape.get(last);
        long[] index = new long[last];
        for (int at = 0; at < values.length; at += row) {
            long offset = 0;
            for (int d = 0; d < last; d++) {
                offset += index[d] * strides[d];
            }
            readRow(offset, values, at, row);
            advance(index);
        }
    }

    private void readRow(long offset, float[] values, int at, int row) {
        long stride = strides[strides.length - 1];
        if (stride == 1) {
            readRun(start + offset * type.bytes(), values, at, row);
            return;
        }
        for (int i = 0; i < row; i++) {
            readRun(start + (offset + i * stride) * type.bytes(), values, at + i, 1);
        }
    }

    private void advance(long[] index) {
        for (int d = index.length - 1; d >= 0; d--) {
            index[d]++;
            if (index[d] < shape.get(d)) {
                return;
            }
            index[d] = 0;
        }
    }

    private boolean liesRowByRow() {
        long[] rows = rowStrides(shape);
        for (int d = 0; d < rows.length; d++) {
            if (shape.get(d) != 1 && strides[d] != rows[d]) {
                return false;
            }
        }
        return true;
    }

    private static long[] rowStrides(Shape shape) {
        long[] strides = new long[shape.dimension()];
        long stride = 1;
        for (int d = strides.length - 1; d >= 0; d--) {
            strides[d] = stride;
            stride *= Math.max(1, shape.get(d));
        }
        return strides;
    }

    @Override
    public String toString() {
        return type + " " + shape;
    }
}
