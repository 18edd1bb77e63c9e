package dev.wherefore.core.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PixelPictureTest {

    private static final float[] VALUES = {-3, -1, 0, 0.5f, 2, 7, 0.25f, -0.25f, 1, 0, 0, 4};

    /** The numbers come from the package's formula run in NumPy. */
    @Test
    void coloursFollowDeprocessImage() {
        assertThat(TestPictures.colors(new PixelPicture(2, 2, VALUES).inColor()))
                .containsExactly(0x568b80, 0x6bbf76, 0x767876, 0x7b73a0);
    }

    /** The numbers come from {@code numpy.percentile(…, 99)}. */
    @Test
    void greyIsTheSumOfStrengthsClippedAtThe99thPercentile() {
        assertThat(TestPictures.colors(new PixelPicture(2, 2, VALUES).inGrey()))
                .containsExactly(0xbfbfbf, 0xffffff, 0x000000, 0x959595);
    }

    @Test
    void nothingAtAllIsMiddleGreyInColourAndBlackInGrey() {
        PixelPicture nothing = new PixelPicture(1, 2, new float[6]);
        assertThat(TestPictures.colors(nothing.inColor())).containsOnly(0x7f7f7f);
        assertThat(TestPictures.colors(nothing.inGrey())).containsOnly(0);
    }

    @Test
    void notANumberCountsAsNothing() {
        float[] values = VALUES.clone();
        values[2] = Float.NaN;
        assertThat(TestPictures.colors(new PixelPicture(2, 2, values).inColor()))
                .isEqualTo(TestPictures.colors(new PixelPicture(2, 2, VALUES).inColor()));
    }

    @Test
    void sizesMustFit() {
        assertThatThrownBy(() -> new PixelPicture(2, 2, new float[11]))
                .hasMessage("an attribution of 3x2x2 must have 12 values, found 11");
    }
}
