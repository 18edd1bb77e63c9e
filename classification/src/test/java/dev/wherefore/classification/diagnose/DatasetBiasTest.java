package dev.wherefore.classification.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wherefore.core.UserError;
import dev.wherefore.core.diagnose.DiagnosisPage;
import dev.wherefore.core.scene.Kind;
import dev.wherefore.core.scene.SceneObject;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DatasetBiasTest {

    private static final CueSets SETS =
            new CueSets(128, 128, List.of(Kind.BUS, Kind.CAR), Kind.UMBRELLA);

    private static DiagnosisPage tiny(String... more) {
        return Diagnosed.by(
                "dataset-bias.yaml",
                Stream.concat(
                                Stream.of(
                                        "scenes.count=3",
                                        "training.scenes=8",
                                        "training.epochs=1",
                                        "training.batch=4"),
                                Arrays.stream(more))
                        .toArray(String[]::new));
    }

    @Test
    void aTestSceneIsShownWithTheCueAndWithoutIt() {
        for (int place = 0; place < 4; place++) {
            CueSets.Pair pair = SETS.pair(0, place);
            Kind kind = SETS.kinds().get(place % 2);
            assertThat(pair.cued().present())
                    .extracting(SceneObject::kind)
                    .containsExactlyInAnyOrder(kind, Kind.UMBRELLA);
            assertThat(pair.plain().present()).extracting(SceneObject::kind).containsExactly(kind);
            assertThat(pair.plain().backdrop()).isEqualTo(pair.cued().backdrop());
        }
    }

    @Test
    void theCueTellsTheKindAsOftenAsTheBiasSaysAndAllElseIsTheSame() {
        int scenes = 60;
        int differing = 0;
        for (int place = 0; place < scenes; place++) {
            List<CueLearner.Lesson> lessons = SETS.lessons(1, place, List.of(1.0, 0.5, 0.0));
            byte[] always = lessons.get(0).picture().toBytes();
            byte[] half = lessons.get(1).picture().toBytes();
            byte[] never = lessons.get(2).picture().toBytes();
            assertThat(always).isNotEqualTo(never);
            assertThat(Stream.of(always, never).anyMatch(b -> Arrays.equals(b, half))).isTrue();
            differing += Arrays.equals(always, half) ? 0 : 1;
        }
        assertThat(differing).isBetween(20, 40);
    }

    @Test
    void aTinyFormSaysEverythingAndTheSameTwice() {
        DiagnosisPage page = tiny();
        assertThat(Diagnosed.table(page, "accuracy")).hasSize(2);
        assertThat(Diagnosed.table(page, "maps")).hasSize(8);
        assertThat(Diagnosed.pictures(page)).containsExactly("maps");
        assertThat(page.numbers()).containsKeys("biased-accuracy", "balanced-accuracy");
        assertThat(tiny().numbers()).isEqualTo(page.numbers());
    }

    @Test
    @Tag("long")
    void aNetworkOfTheBiasedSetFollowsTheCueAndItsMapsSaySo() {
        DiagnosisPage page =
                Diagnosed.by(
                        "dataset-bias.yaml",
                        "scenes.count=60",
                        "training.scenes=600",
                        "training.epochs=10",
                        "explain.methods=grad-cam");
        assertThat(page.numbers().get("biased-accuracy-against-the-cue")).isLessThan(0.45);
        assertThat(page.numbers().get("balanced-accuracy-against-the-cue")).isGreaterThan(0.55);
        assertThat(page.numbers().get("biased-changed-by-the-cue")).isGreaterThan(0.5);
        assertThat(page.numbers().get("balanced-changed-by-the-cue")).isLessThan(0.3);
    }

    @Test
    void whatCannotBeLearnedIsRefusedAtItsKey() {
        assertThatThrownBy(() -> tiny("kinds=[dog]"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("kinds: must be two kinds of things, found [dog]");
        assertThatThrownBy(() -> tiny("cue=cat")).hasMessageContaining("cue: must be another kind");
        assertThatThrownBy(() -> tiny("bias=0.4"))
                .hasMessageContaining("bias: must be from 0.5 to 1, found 0.4");
        assertThatThrownBy(() -> tiny("network.classes=3"))
                .hasMessageContaining("network.classes: two kinds are told apart");
        assertThatThrownBy(() -> tiny("scenes.seed=2000000"))
                .hasMessageContaining("scenes.seed: must be from 0 to 999999");
        assertThatThrownBy(() -> tiny("scenes.count=1"))
                .hasMessageContaining("scenes.count: must be at least 2, one of each kind");
        assertThatThrownBy(() -> tiny("training.batch=9"))
                .hasMessageContaining("training.batch: must be at most the 8 scenes, found 9");
    }
}
