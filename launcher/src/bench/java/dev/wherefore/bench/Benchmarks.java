package dev.wherefore.bench;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks over the archives that are named on the command line. */
public final class Benchmarks {

    private static final String NONE = "-";

    private Benchmarks() {}

    /**
     * Runs the benchmarks.
     *
     * @param given paths of TorchScript classifiers of 224x224 pictures, comma-separated; and,
     *     second, the folder of a captioner of 96x96 pictures; third, that of a network that
     *     answers questions about 128x128 pictures; {@value #NONE} for none; fourth, the names of
     *     methods of many passes, comma-separated
     * @throws RunnerException if a benchmark fails
     */
    public static void main(String[] given) throws RunnerException {
        if (!given[0].equals(NONE)) {
            run(GradCamCost.class, "model", given[0].split(",", -1));
        }
        if (given.length > 1 && !given[1].equals(NONE)) {
            run(CaptionCost.class, "captioner", given[1]);
        }
        if (given.length > 2 && !given[2].equals(NONE)) {
            run(QuestionCost.class, "answerer", given[2]);
        }
        if (given.length > 3 && !given[3].equals(NONE)) {
            run(ManyPassCost.class, "method", given[3].split(",", -1));
        }
    }

    private static void run(Class<?> benchmark, String parameter, String... values)
            throws RunnerException {
        new Runner(
                        new OptionsBuilder()
                                .include(benchmark.getSimpleName())
                                .param(parameter, values)
                                .build())
                .run();
    }
}
