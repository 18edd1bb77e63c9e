package dev.wherefore.core.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wherefore.core.support.Reference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Thousands of explanations in a process of their own, with a fixed heap. */
class FlatMemoryTest {

    private static final double MOST_GROWTH = 1.02;

    @ParameterizedTest(name = "{0} {1} times")
    @CsvSource({"grad-cam, 2000", "second-order, 2000", "guided, 400"})
    void residentMemoryGrowsByLessThanTwoPercentInTheSecondHalf(String what, int times)
            throws IOException, InterruptedException {
        assertFlat(what, times);
    }

    @Test
    @Tag("long")
    void residentMemoryStaysFlatOverTwoThousandGuidedExplanations()
            throws IOException, InterruptedException {
        assertFlat("guided", 2000);
    }

    private static void assertFlat(String what, int times)
            throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                Files.exists(Path.of("/proc/self/status")),
                "skipped: resident memory is read from /proc, which is not here");
        List<Long> resident = run(what, times);
        assertThat(resident).hasSize(2);
        assertThat((double) resident.get(1))
                .as("resident kilobytes after %d and %d: %s", times / 2, times, resident)
                .isLessThan(resident.get(0) * MOST_GROWTH);
    }

    /** Java's second compiler is left out: what it allocates while it warms up is not ours. */
    private static List<Long> run(String what, int times) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xms256m",
                                "-Xmx256m",
                                "-XX:+AlwaysPreTouch",
                                "-XX:TieredStopAtLevel=1",
                                "-Dai.djl.offline=true",
                                "-DOPT_OUT_TRACKING=true",
                                "-Dai.djl.pytorch.num_threads=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                SoakProgram.class.getName(),
                                what,
                                Reference.file("tiny-resnet/traced.pt").toString(),
                                "layer3",
                                String.valueOf(times))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        return printed.lines()
                .filter(line -> line.startsWith("resident "))
                .map(line -> Long.valueOf(line.substring("resident ".length())))
                .toList();
    }
}
