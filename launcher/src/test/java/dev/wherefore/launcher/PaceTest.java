package dev.wherefore.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long something will still take. */
class PaceTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void aSlowBeginningIsForgotten() {
        Pace pace = new Pace(0);
        assertThat(pace.left(100)).isEmpty();
        // ten of ten seconds each, then thirty of one second each
        for (int i = 1; i <= 10; i++) {
            pace.mark(10L * i * SECOND, i);
        }
        assertThat(pace.left(100)).contains(Duration.ofMinutes(15));
        for (int i = 1; i <= 30; i++) {
            pace.mark((100 + i) * SECOND, 10 + i);
        }
        assertThat(pace.left(100)).contains(Duration.ofMinutes(1));
    }

    @Test
    void durationsAreInTheUnitThatSuits() {
        assertThat(Pace.words(Duration.ofSeconds(99))).isEqualTo("99 s");
        assertThat(Pace.words(Duration.ofSeconds(150))).isEqualTo("2 min");
        assertThat(Pace.words(Duration.ofMinutes(125))).isEqualTo("2 h");
    }
}
