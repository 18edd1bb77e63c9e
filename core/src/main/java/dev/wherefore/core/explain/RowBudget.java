package dev.wherefore.core.explain;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.util.cuda.CudaUtils;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.LayerShape;
import dev.wherefore.core.network.Network;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;

/** How many rows go through a network at once without filling the memory. */
final class RowBudget {

    /** More at once is no faster. */
    private static final int MOST = 128;

    /** On a CPU larger arrays are slower, byte for byte: their memory is fetched anew each time. */
    private static final long LARGEST_ON_CPU = 48L << 20;

    /** The share of all memory that one pass may take. */
    private static final int SHARE = 16;

    /** How many arrays of the largest size a pass without a graph holds at a time, and to spare. */
    private static final int HELD = 6;

    private RowBudget() {}

    /**
     * Returns how many rows to run at once.
     *
     * @param one inputs of one picture
     * @param from the layer from which on there are many rows; nothing for the whole network
     * @return at least 1, at most 128
     */
    static int rows(Network network, NDManager scope, Inputs one, Optional<LayerRun> from) {
        long largest = from.isEmpty() ? one.imageArray().size() : 1;
        try (NDManager inner = scope.newSubManager()) {
            List<LayerShape> ran = network.shapes(inner, one);
            int first = from.map(place -> firstRun(ran, place)).orElse(0);
            for (LayerShape layer : ran.subList(first, ran.size())) {
                largest = Math.max(largest, layer.shape().size());
            }
        }
        long row = largest * Float.BYTES;
        long most = memory(network.device()) / SHARE / HELD;
        long allowed = network.device().isGpu() ? most : Math.min(most, LARGEST_ON_CPU);
        return (int) Math.max(1, Math.min(MOST, allowed / row));
    }

    /** Where a layer is among those that ran; 0 if it is not told of. */
    private static int firstRun(List<LayerShape> ran, LayerRun place) {
        for (int i = 0; i < ran.size(); i++) {
            boolean run = place.run().isEmpty() || place.run().get() == ran.get(i).run();
            if (ran.get(i).layer().equals(place.layer()) && run) {
                return i;
            }
        }
        return 0;
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
