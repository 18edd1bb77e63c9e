package dev.wherefore.core.explain;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.util.cuda.CudaUtils;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerShape;
import dev.wherefore.core.network.Network;
import java.lang.management.ManagementFactory;

/** How many rows go through a network at once without filling the memory. */
final class RowBudget {

    /** More at once is no faster. */
    private static final int MOST = 128;

    /** The share of all memory that one pass may take. */
    private static final int SHARE = 16;

    /** How many arrays of the largest size a pass without a graph holds at a time, and to spare. */
    private static final int HELD = 6;

    private RowBudget() {}

    /**
     * Returns how many rows to run at once.
     *
     * @param one inputs of one picture
     * @return at least 1, at most 128
     */
    static int rows(Network network, NDManager scope, Inputs one) {
        long largest = one.imageArray().size();
        try (NDManager inner = scope.newSubManager()) {
            for (LayerShape layer : network.shapes(inner, one)) {
                largest = Math.max(largest, layer.shape().size());
            }
        }
        long row = largest * Float.BYTES * HELD;
        return (int) Math.max(1, Math.min(MOST, memory(network.device()) / SHARE / row));
    }

    private static long memory(Device device) {
        if (device.isGpu()) {
            return CudaUtils.getGpuMemory(device).getMax();
        }
        return ((com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean())
                .getTotalMemorySize();
    }
}
