package dev.wherefore.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final AtomicLong clock = new AtomicLong(-5);
    private final StringWriter err = new StringWriter();

    @Test
    void linesComeEveryFewSecondsAndAtTheEnd() {
        try (Progress progress = Progress.lines("pictures", 5, new PrintWriter(err), clock::get)) {
            progress.add(1);
            clock.addAndGet(Duration.ofSeconds(6).toNanos());
            progress.add(1);
            progress.add(2);
            clock.addAndGet(Duration.ofSeconds(6).toNanos());
            progress.add(1);
        }
        assertThat(err.toString().lines())
                .containsExactly("2 of 5 pictures, about 18 s left", "5 of 5 pictures");
    }
}
