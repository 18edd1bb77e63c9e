package dev.wherefore.core.experiment;

import dev.wherefore.core.image.Plane;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** An immutable NumPy array of any rank, in C order: the last dimension runs fastest. */
public final class NpyArray {

    private final NpyType type;
    private final List<Integer> shape;
    private final byte[] data;
    private final ByteBuffer view;

    /** Keeps {@code data}, little-endian, without a copy. */
    NpyArray(NpyType type, List<Integer> shape, byte[] data) {
        if (data.length != NpyShape.bytes(type, shape)) {
            throw new IllegalArgumentException(
                    "an array of shape "
                            + NpyShape.text(shape)
                            + " must have "
                            + NpyShape.bytes(type, shape) / type.bytes()
                            + " values, found "
                            + data.length / type.bytes());
        }
        this.type = type;
        this.shape = List.copyOf(shape);
        this.data = data;
        this.view = littleEndian(data);
    }

    /**
     * Returns a {@code float32} array.
     *
     * @param values the numbers
     * @param shape the dimensions, none for a scalar
     * @return the array
     * @throws IllegalArgumentException if the sizes do not fit
     */
    public static NpyArray of(float[] values, int... shape) {
        byte[] bytes = new byte[Math.multiplyExact(NpyType.FLOAT32.bytes(), values.length)];
        littleEndian(bytes).asFloatBuffer().put(values);
        return new NpyArray(NpyType.FLOAT32, boxed(shape), bytes);
    }

    /**
     * Returns maps as one {@code float32} array.
     *
     * @param maps at least one, all of one size
     * @return {@code (N, h, w)}
     */
    public static NpyArray stacked(List<Plane> maps) {
        int height = maps.get(0).height();
        int width = maps.get(0).width();
        float[] all = new float[maps.size() * height * width];
        for (int i = 0; i < maps.size(); i++) {
            System.arraycopy(maps.get(i).toArray(), 0, all, i * height * width, height * width);
        }
        return of(all, maps.size(), height, width);
    }

    /**
     * Returns a {@code float64} array.
     *
     * @param values the numbers
     * @param shape the dimensions, none for a scalar
     * @return the array
     * @throws IllegalArgumentException if the sizes do not fit
     */
    public static NpyArray of(double[] values, int... shape) {
        byte[] bytes = new byte[Math.multiplyExact(NpyType.FLOAT64.bytes(), values.length)];
        littleEndian(bytes).asDoubleBuffer().put(values);
        return new NpyArray(NpyType.FLOAT64, boxed(shape), bytes);
    }

    /**
     * Returns an {@code int64} array.
     *
     * @param values the numbers
     * @param shape the dimensions, none for a scalar
     * @return the array
     * @throws IllegalArgumentException if the sizes do not fit
     */
    public static NpyArray of(long[] values, int... shape) {
        byte[] bytes = new byte[Math.multiplyExact(NpyType.INT64.bytes(), values.length)];
        littleEndian(bytes).asLongBuffer().put(values);
        return new NpyArray(NpyType.INT64, boxed(shape), bytes);
    }

    /**
     * Returns an {@code int32} array.
     *
     * @param values the numbers
     * @param shape the dimensions, none for a scalar
     * @return the array
     * @throws IllegalArgumentException if the sizes do not fit
     */
    public static NpyArray of(int[] values, int... shape) {
        byte[] bytes = new byte[Math.multiplyExact(NpyType.INT32.bytes(), values.length)];
        littleEndian(bytes).asIntBuffer().put(values);
        return new NpyArray(NpyType.INT32, boxed(shape), bytes);
    }

    /**
     * Returns a {@code bool} array.
     *
     * @param values the truths
     * @param shape the dimensions, none for a scalar
     * @return the array
     * @throws IllegalArgumentException if the sizes do not fit
     */
    public static NpyArray of(boolean[] values, int... shape) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) (values[i] ? 1 : 0);
        }
        return new NpyArray(NpyType.BOOL, boxed(shape), bytes);
    }

    /**
     * Returns a map as a {@code float32} array {@code (h, w)}.
     *
     * @param plane the map
     * @return the array
     */
    public static NpyArray of(Plane plane) {
        return of(plane.toArray(), plane.height(), plane.width());
    }

    /**
     * Returns the type of the numbers.
     *
     * @return the type
     */
    public NpyType type() {
        return type;
    }

    /**
     * Returns the dimensions.
     *
     * @return the shape, empty for a scalar
     */
    public List<Integer> shape() {
        return shape;
    }

    /**
     * Returns the number of values.
     *
     * @return the product of the dimensions
     */
    public int size() {
        return data.length / type.bytes();
    }

    /**
     * Returns all values, the last dimension running fastest; those of wider types are rounded.
     *
     * @return the numbers; true is 1
     */
    public float[] toFloats() {
        float[] values = new float[size()];
        for (int i = 0; i < values.length; i++) {
            values[i] =
                    type == NpyType.FLOAT32 ? view.getFloat(i * Float.BYTES) : (float) number(i);
        }
        return values;
    }

    /**
     * Returns all values, the last dimension running fastest; those of {@code int64} beyond 2^53
     * are rounded.
     *
     * @return the numbers; true is 1
     */
    public double[] toDoubles() {
        double[] values = new double[size()];
        Arrays.setAll(values, this::number);
        return values;
    }

    /**
     * Returns all values of an array of whole numbers or truths, the last dimension running
     * fastest.
     *
     * @return the numbers; true is 1
     * @throws IllegalStateException if this array has a floating-point type
     */
    public long[] toLongs() {
        long[] values = new long[size()];
        Arrays.setAll(values, this::whole);
        return values;
    }

    /** Returns the little-endian bytes, not to be changed. */
    byte[] data() {
        return data;
    }

    private double number(int i) {
        return switch (type) {
            case FLOAT32 -> view.getFloat(i * type.bytes());
            case FLOAT64 -> view.getDouble(i * type.bytes());
            default -> whole(i);
        };
    }

    private long whole(int i) {
        return switch (type) {
            case INT64 -> view.getLong(i * type.bytes());
            case INT32 -> view.getInt(i * type.bytes());
            case BOOL -> data[i] == 0 ? 0 : 1;
            default -> throw new IllegalStateException("not an array of whole numbers: " + this);
        };
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static List<Integer> boxed(int[] shape) {
        return Arrays.stream(shape).boxed().toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NpyArray that
                && type == that.type
                && shape.equals(that.shape)
                && Arrays.equals(data, that.data);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * type.hashCode() + shape.hashCode()) + Arrays.hashCode(data);
    }

    @Override
    public String toString() {
        return "NpyArray " + type.code() + " " + NpyShape.text(shape);
    }
}
