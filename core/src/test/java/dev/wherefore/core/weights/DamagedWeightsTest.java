package dev.wherefore.core.weights;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.wherefore.core.UserError;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damage of every sort ends in a sentence, soon, and without much memory. */
@Timeout(60)
class DamagedWeightsTest {

    private static final long MOST_BYTES = 8 << 20;

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"plain.safetensors", "types.safetensors", "zip.pth", "legacy.pth"})
    void everyTruncationIsRefused(String name) throws IOException {
        byte[] sound = Files.readAllBytes(Fixture.path(name));
        for (int length = 0; length < sound.length; length++) {
            assertThat(isRefused(Arrays.copyOf(sound, length)))
                    .as("%s of %s bytes", length, sound.length)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain.safetensors",
                "types.safetensors",
                "zip.pth",
                "legacy.pth",
                "views-legacy.pth",
                "checkpoint-legacy.pth",
                "checkpoint-zip.pth",
                "parameters-protocol4.pth"
            })
    void aChangedByteIsRefusedOrHarmless(String name) throws IOException {
        byte[] sound = Files.readAllBytes(Fixture.path(name));
        Random random = new Random(7);
        int refused = 0;
        for (int at = 0; at < Math.min(1200, sound.length); at++) {
            for (int other : new int[] {0xff, random.nextInt(256)}) {
                byte[] changed = sound.clone();
                changed[at] = (byte) other;
                if (isRefused(changed)) {
                    refused++;
                }
            }
        }
        assertThat(refused).isGreaterThan(100);
    }

    /** Whether a file is refused; where it is not, all its tensors can be read. */
    private boolean isRefused(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("damaged"), content);
        long before = allocated();
        boolean refused = false;
        try {
            WeightFiles.read(file).tensors().values().forEach(WeightTensor::toFloats);
        } catch (UserError e) {
            Fixture.sentence(file).accept(e);
            refused = true;
        }
        assertThat(allocated() - before).isLessThan(MOST_BYTES);
        Files.delete(file);
        return refused;
    }

    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getCurrentThreadAllocatedBytes();
    }
}
