package dev.wherefore.core.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Memory through which batches reach the engine, used again for each: what DJL takes for every new
 * array is freed by the garbage collector alone, which does not hurry. Not for several threads.
 */
public final class Staging {

    private final List<ByteBuffer> buffers = new ArrayList<>();

    /** Constructs staging memory; it grows with the first batches. */
    public Staging() {}

    /**
     * Returns a batch as arrays of the engine. They may share this memory: they hold until the next
     * call, and nothing that is kept longer may be a view of them.
     *
     * @param scope where they belong
     * @param batch the batch
     * @return the arrays in the batch's order, of 32-bit floats, {@code (N, …)} each
     */
    public NDList arrays(NDManager scope, Example batch) {
        NDList list = new NDList();
        for (int i = 0; i < batch.arrays().size(); i++) {
            list.add(array(scope, batch.arrays().get(i), i));
        }
        return list;
    }

    private NDArray array(NDManager scope, HostArray values, int place) {
        int bytes = Math.multiplyExact(values.values().length, Float.BYTES);
        if (place == buffers.size()) {
            buffers.add(memory(bytes));
        } else if (buffers.get(place).capacity() < bytes) {
            buffers.set(place, memory(bytes));
        }
        ByteBuffer buffer = buffers.get(place);
        buffer.clear().limit(bytes);
        buffer.asFloatBuffer().put(values.values());
        return scope.create(buffer, values.shape(), DataType.FLOAT32);
    }

    private static ByteBuffer memory(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }
}
