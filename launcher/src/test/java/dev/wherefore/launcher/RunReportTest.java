package dev.wherefore.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What is said while a method of many passes is at work. */
class RunReportTest {

    private final StringWriter err = new StringWriter();
    private final AtomicLong seconds = new AtomicLong();

    private RunReport report(int pictures) {
        RunReport report =
                new RunReport(
                        new PrintWriter(new StringWriter()),
                        new PrintWriter(err, true),
                        Path.of("out"),
                        () -> TimeUnit.SECONDS.toNanos(seconds.get()));
        report.begins(pictures, 0, List.of());
        return report;
    }

    @Test
    void saysEveryFiveSecondsHowFarAMethodHasComeInAPicture() {
        try (RunReport report = report(1)) {
            for (int second = 1; second <= 12; second++) {
                seconds.set(second);
                report.passed("score-cam", 100 * second, 1200);
            }
        }
        assertThat(err.toString().lines())
                .containsExactly("score-cam: 500 of 1200 passes", "score-cam: 1000 of 1200 passes");
    }

    @Test
    void leavesTheWordToTheBarWherePicturesAreMany() {
        try (RunReport report = report(100)) {
            seconds.set(60);
            report.passed("rise", 1, 4000);
            assertThat(err.toString()).isEmpty();
        }
    }
}
