package dev.wherefore.launcher;

import ai.djl.engine.EngineException;
import dev.wherefore.core.engine.EngineFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What there is to say of the machine, a sentence a line. */
final class Diagnosis {

    /** How a line begins. */
    private enum Mark {
        FINE("ok    "),
        ADVICE("advice"),
        WRONG("wrong ");

        private final String text;

        Mark(String text) {
            this.text = text;
        }
    }

    private static final long SMALL_HEAP = 1L << 30;

    private final List<String> lines = new ArrayList<>();
    private final Function<String, String> properties;
    private final Function<String, String> environment;
    private boolean healthy = true;

    Diagnosis(Function<String, String> properties, Function<String, String> environment) {
        this.properties = properties;
        this.environment = environment;
        java();
        memory();
        engine();
    }

    String text() {
        return String.join(System.lineSeparator(), lines);
    }

    /** Whether networks can be run. */
    boolean healthy() {
        return healthy;
    }

    private void add(Mark mark, String sentence, Object... arguments) {
        lines.add(mark.text + "  " + sentence.formatted(arguments));
    }

    private void java() {
        add(
                Mark.FINE,
                "Java is %s on %s %s.",
                Runtime.version(),
                properties.apply("os.name"),
                properties.apply("os.arch"));
    }

    private void memory() {
        long heap = Runtime.getRuntime().maxMemory();
        add(
                heap < SMALL_HEAP ? Mark.ADVICE : Mark.FINE,
                "Java's own memory may grow to %s%s",
                gigabytes(heap),
                heap < SMALL_HEAP
                        ? ", which large pictures fill; JAVA_OPTS=-Xmx2g gives more."
                        : "; networks live beside it, in the engine's.");
    }

    private void engine() {
        try {
            EngineFacts facts = EngineFacts.read();
            add(
                    Mark.FINE,
                    "%s %s is loaded, through DJL %s.",
                    facts.name(),
                    facts.version(),
                    facts.djlVersion());
            threads(facts);
            features(facts);
            gpus(facts);
        } catch (EngineException | LinkageError e) {
            healthy = false;
            add(Mark.WRONG, "PyTorch cannot be loaded: %s.", reason(e));
            add(
                    Mark.ADVICE,
                    "The native library comes with the build for this platform, or from the folder"
                            + " in PYTORCH_LIBRARY_PATH (%s).",
                    setting("PYTORCH_LIBRARY_PATH"));
        }
    }

    private void threads(EngineFacts facts) {
        int cores = Runtime.getRuntime().availableProcessors();
        boolean odd = facts.threads() > cores || facts.threads() < (cores + 1) / 2;
        add(
                odd ? Mark.ADVICE : Mark.FINE,
                "One operation uses %d CPU thread(s) of %d, and %d operation(s) run at once%s",
                facts.threads(),
                cores,
                facts.operationsAtOnce(),
                odd ? "; 'threads: " + cores + "' in the config may be faster." : ".");
        Optional.ofNullable(environment.apply("OMP_NUM_THREADS"))
                .ifPresent(set -> add(Mark.FINE, "OMP_NUM_THREADS is set to %s.", set));
    }

    private void features(EngineFacts facts) {
        boolean oneDnn = facts.features().contains("MKLDNN");
        add(
                oneDnn ? Mark.FINE : Mark.ADVICE,
                oneDnn
                        ? "The library was built with oneDNN (MKL-DNN), which convolutions are fast"
                                + " by."
                        : "The library was built without oneDNN (MKL-DNN): convolutions are slow on"
                                + " the CPU.");
    }

    private void gpus(EngineFacts facts) {
        if (facts.gpus().isEmpty()) {
            boolean cuda = facts.features().contains("CUDA");
            add(
                    Mark.ADVICE,
                    cuda
                            ? "PyTorch was built with CUDA but finds no GPU; see that the driver is"
                                    + " there (nvidia-smi)."
                            : "PyTorch was built without CUDA, so everything runs on the CPU; with"
                                    + " an NVIDIA GPU, the build profile 'cuda' is many times"
                                    + " faster.");
        }
        for (EngineFacts.Gpu gpu : facts.gpus()) {
            String memory =
                    gpu.memory().isPresent()
                            ? " with " + gigabytes(gpu.memory().getAsLong()) + " of memory"
                            : "";
            add(
                    Mark.FINE,
                    "gpu:%d can be used%s (--device gpu:%d).",
                    gpu.number(),
                    memory,
                    gpu.number());
        }
    }

    private String setting(String variable) {
        String value = environment.apply(variable);
        return value == null ? "not set" : "set to " + value;
    }

    private static String reason(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String message = String.valueOf(deepest.getMessage());
        return message.lines().findFirst().orElse(deepest.toString());
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
