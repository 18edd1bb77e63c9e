package dev.wherefore.core.engine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.util.cuda.CudaUtils;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What the engine that was loaded can do on this machine.
 *
 * @param name the engine's name
 * @param version PyTorch's version
 * @param djlVersion DJL's version
 * @param features what the native library was built with, sorted: {@code MKL}, {@code MKLDNN}, …
 * @param threads CPU threads that one operation uses
 * @param operationsAtOnce how many operations may run at the same time
 * @param gpus the GPUs that PyTorch can use
 */
public record EngineFacts(
        String name,
        String version,
        String djlVersion,
        Set<String> features,
        int threads,
        int operationsAtOnce,
        List<Gpu> gpus) {

    /**
     * A GPU.
     *
     * @param number its number, from 0
     * @param memory its memory in bytes, where the driver says it
     */
    public record Gpu(int number, OptionalLong memory) {}

    /** Copies the collections. */
    public EngineFacts {
        features = Set.copyOf(features);
        gpus = List.copyOf(gpus);
    }

    /**
     * Returns the facts. Loads the engine, which takes about a second the first time.
     *
     * @return the facts
     * @throws ai.djl.engine.EngineException if the engine cannot be loaded
     */
    public static EngineFacts read() {
        Engine engine = Engine.getInstance();
        return new EngineFacts(
                engine.getEngineName(),
                engine.getVersion(),
                Engine.getDjlVersion(),
                new TreeSet<>(JniUtils.getFeatures()),
                JniUtils.getNumThreads(),
                JniUtils.getNumInteropThreads(),
                IntStream.range(0, engine.getGpuCount()).mapToObj(EngineFacts::gpu).toList());
    }

    /**
     * Sets how many CPU threads one operation uses, for the whole process.
     *
     * @param threads at least 1
     */
    public static void setThreads(int threads) {
        Engine.getInstance(); // loads the library that is to be told
        JniUtils.setNumThreads(threads);
    }

    private static Gpu gpu(int number) {
        Optional<MemoryUsage> usage =
                Optional.ofNullable(CudaUtils.getGpuMemory(Device.gpu(number)));
        return new Gpu(
                number, usage.map(u -> OptionalLong.of(u.getMax())).orElse(OptionalLong.empty()));
    }
}
