package dev.wherefore.vqa.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.scene.Mask;
import dev.wherefore.core.scene.Scene;
import dev.wherefore.core.scene.SceneGenerator;
import dev.wherefore.core.scene.SceneObject;
import dev.wherefore.core.scene.SceneSettings;
import dev.wherefore.core.train.HostArray;
import org.junit.jupiter.api.Test;

/** Ground is what objects leave free. */
class GroundTest {

    private final Scene scene = new SceneGenerator(SceneSettings.ofSize(128, 128)).scene(5);
    private final Mask covered =
            Mask.union(scene.objects().stream().map(SceneObject::mask).toList());

    @Test
    void inTheMeanItIsTheShareOfThePictureThatNoObjectCovers() {
        HostArray ground = new Ground(16, 16).of(scene);
        double sum = 0;
        for (float share : ground.values()) {
            sum += share;
        }
        assertThat(ground.shape()).isEqualTo(new Shape(1, 256));
        assertThat(sum / 256).isCloseTo(1 - covered.area() / (128.0 * 128), within(1e-5));
    }

    @Test
    void atEachPlaceItIsTheShareOfThePlace() {
        float[] ground = new Ground(8, 4).of(scene).values();
        for (int row = 0; row < 8; row++) {
            for (int column = 0; column < 4; column++) {
                int free = 0;
                for (int y = row * 16; y < row * 16 + 16; y++) {
                    for (int x = column * 32; x < column * 32 + 32; x++) {
                        free += covered.contains(x, y) ? 0 : 1;
                    }
                }
                assertThat((double) ground[row * 4 + column]).isCloseTo(free / 512.0, within(1e-5));
            }
        }
    }
}
