package dev.wherefore.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wherefore.core.image.Picture;
import dev.wherefore.core.image.Rectangle;
import dev.wherefore.core.scene.Backdrop;
import dev.wherefore.core.scene.Daylight;
import dev.wherefore.core.scene.Kind;
import dev.wherefore.core.scene.Mask;
import dev.wherefore.core.scene.Scene;
import dev.wherefore.core.scene.SceneObject;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TruthTest {

    private static SceneObject object(int index, Kind kind, boolean present, int from, int to) {
        BitSet pixels = new BitSet();
        pixels.set(from, to);
        Mask mask = Mask.of(4, 2, pixels);
        return new SceneObject(
                index, kind, Optional.empty(), "", mask, mask.box(), 1, index, present);
    }

    private static Scene scene(SceneObject... objects) {
        Picture picture = Picture.of(2, 4, new byte[24], "scene");
        return new Scene(1, picture, Backdrop.PARK, Daylight.DAY, List.of(objects));
    }

    @Test
    void allThatShowsOfAKindIsRightAndWhatIsPresentHasABox() {
        Truth truth =
                Truth.of(
                                scene(
                                        object(0, Kind.DOG, true, 0, 2),
                                        object(1, Kind.CAT, true, 2, 3),
                                        object(2, Kind.DOG, false, 3, 4),
                                        object(3, Kind.DOG, true, 6, 8)),
                                Kind.DOG)
                        .orElseThrow();
        assertThat(truth.boxes())
                .containsExactly(new Rectangle(0, 0, 2, 1), new Rectangle(2, 1, 4, 2));
        assertThat(truth.mask().area()).isEqualTo(5);
        assertThat(truth.mask().contains(2, 0)).isFalse();
        assertThat(truth.mask().contains(3, 0)).isTrue();
        assertThat(truth.share()).isEqualTo(5 / 8.0);
    }

    @Test
    void aKindThatIsNotPresentHasNoTruth() {
        Scene scene = scene(object(0, Kind.DOG, false, 0, 1), object(1, Kind.CAT, true, 2, 3));
        assertThat(Truth.of(scene, Kind.DOG)).isEmpty();
        assertThat(Truth.of(scene, Kind.BUS)).isEmpty();
        assertThat(Truth.of(scene, Kind.CAT)).isPresent();
    }

    @Test
    void someObjectsAreRightWhateverTheyAre() {
        Scene scene =
                scene(
                        object(0, Kind.DOG, true, 0, 2),
                        object(1, Kind.CAT, true, 2, 3),
                        object(2, Kind.DOG, false, 3, 4),
                        object(3, Kind.DOG, true, 6, 8));
        Truth truth = Truth.of(scene, List.of(1, 2)).orElseThrow();
        assertThat(truth.boxes()).containsExactly(new Rectangle(2, 0, 3, 1));
        assertThat(truth.mask().area()).isEqualTo(2);
        assertThat(Truth.of(scene, List.of(0, 2, 3)).orElseThrow().mask().area()).isEqualTo(5);
        assertThat(Truth.of(scene, List.of())).isEmpty();
        assertThat(Truth.of(scene, List.of(2))).isEmpty();
        assertThatThrownBy(() -> Truth.of(scene, List.of(4)))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}
