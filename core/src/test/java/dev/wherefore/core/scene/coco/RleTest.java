package dev.wherefore.core.scene.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wherefore.core.image.Rectangle;
import dev.wherefore.core.scene.Mask;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The texts are those that pycocotools 2.0 gives for the same masks. */
class RleTest {

    private interface Inside {
        boolean at(int x, int y);
    }

    private static Mask mask(int width, int height, Inside inside) {
        BitSet pixels = new BitSet();
        for (int i = 0; i < width * height; i++) {
            pixels.set(i, inside.at(i % width, i / width));
        }
        return Mask.of(width, height, pixels);
    }

    private static void assertSame(Mask mask, String text) {
        assertThat(Rle.encode(mask)).isEqualTo(text);
        Mask read = Rle.decode(text, mask.width(), mask.height());
        for (int i = 0; i < mask.width() * mask.height(); i++) {
            int x = i % mask.width();
            int y = i / mask.width();
            assertThat(read.contains(x, y)).isEqualTo(mask.contains(x, y));
        }
    }

    @Test
    void masksAreWrittenAsPycocotoolsWritesThem() {
        assertSame(mask(7, 5, (x, y) -> false), "S1");
        assertSame(mask(7, 5, (x, y) -> true), "0S1");
        assertSame(mask(7, 5, (x, y) -> x >= 2 && x < 5 && y >= 1 && y < 4), ";320009");
        assertSame(mask(7, 5, (x, y) -> x + y == 0 || x + y == 10), "01Q10");
        assertSame(mask(200, 300, (x, y) -> x >= 199 && y >= 290), "fbj1:");
        Mask disc = mask(128, 128, (x, y) -> (x - 40) * (x - 40) + (y - 70) * (y - 70) < 900);
        assertSame(
                disc,
                "o]1?^36J6L2M4M2M4M2N2N2N2O0O2N2O0O2N2O000O2O000O2O0000000000000000000000000001"
                        + "N10001N10001N2N101N2N101N2N2N2N3L3N3L3N4J6JTV7");
        assertThat(disc.area()).isEqualTo(2809);
        assertThat(disc.box()).isEqualTo(new Rectangle(11, 41, 70, 100));
    }

    @Test
    void everyMaskIsReadAsItWasWritten() {
        Random random = new Random(1);
        for (int n = 0; n < 200; n++) {
            double share = random.nextDouble();
            Mask mask =
                    mask(
                            1 + random.nextInt(40),
                            1 + random.nextInt(40),
                            (x, y) -> random.nextDouble() < share);
            assertSame(mask, Rle.encode(mask));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "S, cut off",
        "'', 0 of 35 pixels",
        "R1, 34 of 35 pixels",
        "T1, leave the picture",
        "O, leave the picture",
        "S1~, character 3",
        "oooooooo1, character 7"
    })
    void aWrongTextIsRefused(String text, String reason) {
        assertThatThrownBy(() -> Rle.decode(text, 7, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }
}
