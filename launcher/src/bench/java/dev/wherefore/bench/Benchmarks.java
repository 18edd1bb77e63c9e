package dev.wherefore.bench;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks over the archives that are named on the command line. */
public final class Benchmarks {

    private Benchmarks() {}

    /**
     * Runs the benchmarks.
     *
     * @param archives paths of TorchScript classifiers of 224x224 pictures, comma-separated
     * @throws RunnerException if a benchmark fails
     */
    public static void main(String[] archives) throws RunnerException {
        new Runner(
                        new OptionsBuilder()
                                .include(GradCamCost.class.getSimpleName())
                                .param("model", String.join(",", archives).split(","))
                                .build())
                .run();
    }
}
