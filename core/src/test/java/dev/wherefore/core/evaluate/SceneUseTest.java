package dev.wherefore.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SceneUseTest {

    @Test
    void scenesThatAreHeldOutNeedNoWarning() {
        assertThat(SceneUse.warning(LongStream.range(0, 500))).isEmpty();
        assertThat(SceneUse.warning(LongStream.of(-5, 999_999))).isEmpty();
    }

    @Test
    void scenesThatNetworksAreTrainedWithAreNamed() {
        assertThat(SceneUse.warning(LongStream.of(7, 1_000_000, 2_000_000, 3_000_000)))
                .contains(
                        "2 of the 4 scenes have seeds from 2000000 on, which networks are trained"
                                + " with: the numbers may flatter");
        assertThat(SceneUse.warning(LongStream.of(999_999, 1_000_000)))
                .contains(
                        "1 of the 2 scenes have seeds from 1000000 on, which networks are chosen"
                                + " by: the numbers may flatter");
    }
}
