package dev.wherefore.core.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnlargementTest {

    @ParameterizedTest
    @CsvSource({"32, 32, 8", "1, 1, 256", "64, 96, 2", "97, 20, 1", "480, 640, 1"})
    void onlyTinyPicturesAreEnlarged(int height, int width, int factor) {
        BufferedImage picture = TestPictures.plain(height, width, 0);
        assertThat(Enlargement.of(picture).factor()).isEqualTo(factor);
    }

    @Test
    void everyPixelBecomesASquare() {
        BufferedImage picture = TestPictures.of(1, 2, 0x112233, 0xfedcba);
        assertThat(TestPictures.colors(new Enlargement(2).apply(picture)))
                .containsExactly(
                        0x112233, 0x112233, 0xfedcba, 0xfedcba, //
                        0x112233, 0x112233, 0xfedcba, 0xfedcba);
    }

    @Test
    void boxesGoAlong() {
        assertThat(new Enlargement(8).apply(new PixelBox(1, 2, 3, 4)))
                .isEqualTo(new PixelBox(8, 16, 24, 32));
    }

    @Test
    void factorBelowOneIsRefused() {
        assertThatThrownBy(() -> new Enlargement(0))
                .hasMessage("factor must be at least 1, found 0");
    }
}
