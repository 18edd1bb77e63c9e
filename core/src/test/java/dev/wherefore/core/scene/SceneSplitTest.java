package dev.wherefore.core.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SceneSplitTest {

    @ParameterizedTest
    @EnumSource(SceneSplit.class)
    void aSplitHasTheSeedsFromItsFirstToItsLast(SceneSplit split) {
        assertThat(SceneSplit.of(split.seed(0))).contains(split);
        assertThat(SceneSplit.of(split.seed(split.size() - 1))).contains(split);
        assertThatThrownBy(() -> split.seed(split.size()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> split.seed(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSplitsFollowEachOther() {
        assertThat(SceneSplit.of(999_999)).contains(SceneSplit.HELD_OUT);
        assertThat(SceneSplit.of(1_000_000)).contains(SceneSplit.VALIDATION);
        assertThat(SceneSplit.of(2_000_000)).contains(SceneSplit.TRAINING);
        assertThat(SceneSplit.of(-1)).isEmpty();
    }
}
