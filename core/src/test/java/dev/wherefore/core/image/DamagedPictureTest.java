package dev.wherefore.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.wherefore.core.UserError;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedPictureTest {

    private static final int VARIANTS = 150;

    private final PictureReader reader = new PictureReader(1_000_000);
    private final AtomicInteger refused = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drawing.png", "palette-clear.png", "deep.png", "grey-alpha.png", "rgb.jpg",
                "progressive.jpg", "cmyk.jpg", "ycck.jpg", "profile-jpeg.jpg", "grey-jpeg.jpg",
                "animated-gif.gif", "part.gif", "lossy.webp", "lossless.webp", "alpha.webp",
                "animated.webp", "profile.webp"
            })
    void isReadOrRefusedButNothingElseHappens(String name) {
        byte[] whole = Fixtures.bytes(name);
        Random random = new Random(whole.length);
        assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> {
                    for (int i = 0; i < VARIANTS; i++) {
                        readOrRefuse(Arrays.copyOf(whole, i * whole.length / VARIANTS), name);
                        readOrRefuse(garbled(whole, random), name);
                    }
                });
        assertThat(refused).hasPositiveValue();
    }

    @Test
    void aFrameOfAHundredMillionPixelsThatAreNotThereIsSoonGivenUp() {
        byte[] bytes = Fixtures.bytes("animated.webp");
        bytes[63] = 0x20;

        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () ->
                        assertThatThrownBy(() -> new PictureReader().read(bytes, "long.webp"))
                                .isInstanceOf(UserError.class)
                                .hasMessage(
                                        "long.webp is a WebP picture that is cut off or damaged"));
    }

    private void readOrRefuse(byte[] bytes, String name) {
        try {
            Picture picture = reader.read(bytes, name);
            assertThat(picture.height() * picture.width()).isPositive();
        } catch (UserError e) {
            assertThat(e).hasMessageStartingWith(name).hasMessageNotContaining("\n");
            refused.incrementAndGet();
        }
    }

    private static byte[] garbled(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int reach = random.nextBoolean() ? bytes.length : Math.min(bytes.length, 60);
            bytes[random.nextInt(reach)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}
