package dev.wherefore.core.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wherefore.core.image.Plane;
import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Concepts are told apart by colour, and each has its share below. */
class ConceptOverlayTest {

    private static final int ORANGE = 0xe69f00;
    private static final int BLUE = 0x56b4e9;

    private static BufferedImage black() {
        return new BufferedImage(280, 100, BufferedImage.TYPE_INT_RGB);
    }

    /** 1 in the left or the right half, a tenth of it in the other. */
    private static Plane half(boolean left, float strength) {
        float[] values = new float[280 * 100];
        for (int i = 0; i < values.length; i++) {
            boolean isLeft = i % 280 < 140;
            values[i] = strength * (isLeft == left ? 1 : 0.1f);
        }
        return Plane.of(100, 280, values);
    }

    @Test
    void eachPlaceHasTheColourOfWhatIsStrongestThereHoweverWeakTheConceptIsInAll() {
        List<Plane> maps = List.of(half(true, 50), half(false, 0.5f));
        BufferedImage drawn = new ConceptOverlay(1).draw(black(), maps, List.of(3f, -1f));
        assertThat(drawn.getRGB(20, 50) & 0xffffff).isEqualTo(ORANGE);
        assertThat(drawn.getRGB(250, 50) & 0xffffff).isEqualTo(BLUE);
        assertThat(drawn.getHeight()).isGreaterThan(100);
        // the legend's patches
        assertThat(drawn.getRGB(12, 112) & 0xffffff).isEqualTo(ORANGE);
    }

    @Test
    void aConceptThatIsNowhereLeavesThePictureAsItIs() {
        Plane nothing = Plane.of(100, 280, new float[280 * 100]);
        BufferedImage drawn = new ConceptOverlay(1).draw(black(), List.of(nothing), List.of(0f));
        assertThat(drawn.getRGB(20, 50) & 0xffffff).isZero();
    }

    @Test
    void moreConceptsThanColoursAreRefused() {
        List<Plane> nine = Collections.nCopies(9, half(true, 1));
        List<Float> shares = Collections.nCopies(9, 1f);
        assertThatThrownBy(() -> new ConceptOverlay(1).draw(black(), nine, shares))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("at most 8 concepts can be told apart, found 9");
    }
}
