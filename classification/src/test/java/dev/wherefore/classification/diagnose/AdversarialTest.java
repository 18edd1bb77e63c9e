package dev.wherefore.classification.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wherefore.core.UserError;
import dev.wherefore.core.diagnose.DiagnosisPage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bundled classifier is attacked on a few scenes. */
class AdversarialTest {

    private static DiagnosisPage attacked(String... settings) {
        String[] all = new String[settings.length + 3];
        all[0] = "scenes.count=4";
        all[1] = "explain.methods=grad-cam";
        all[2] = "epsilon=8";
        System.arraycopy(settings, 0, all, 3, settings.length);
        return Diagnosed.by("adversarial.yaml", all);
    }

    @Test
    void pgdFoolsMoreThanFgsmAndShowsABoatWhereThereIsNone() {
        DiagnosisPage page = attacked("attack=[fgsm, pgd]");
        List<List<String>> attacks = Diagnosed.table(page, "attacks");
        assertThat(attacks).hasSize(4);
        double fgsm = mean(attacks.get(0).get(5));
        assertThat(mean(attacks.get(1).get(5))).isGreaterThan(0.9).isGreaterThan(fgsm);
        assertThat(page.numbers().get("hide-confidence-before")).isGreaterThan(0.9);
        assertThat(page.numbers().get("hide-confidence-after")).isLessThan(0.1);
        assertThat(page.numbers().get("show-target-after")).isGreaterThan(0.8);
        assertThat(Diagnosed.pictures(page)).containsExactly("hide", "show");
    }

    /** The mean of a cell with an interval. */
    private static double mean(String cell) {
        return Double.parseDouble(cell.split(" ", 2)[0]);
    }

    @Test
    void theSameSeedGivesTheSamePage() {
        DiagnosisPage page = attacked("scenes.count=2", "attack=pgd", "iterations=2");
        DiagnosisPage again = attacked("scenes.count=2", "attack=pgd", "iterations=2");
        DiagnosisPage other = attacked("scenes.count=2", "attack=pgd", "iterations=2", "seed=2");
        assertThat(again.numbers()).isEqualTo(page.numbers());
        assertThat(other.numbers()).isNotEqualTo(page.numbers());
    }

    @Test
    void anEpsilonOfZeroFoolsNobodyAndLeavesTheMapsAsTheyAre() {
        DiagnosisPage page = attacked("epsilon=0", "attack=[fgsm, pgd]", "untargeted=true");
        for (List<String> attack : Diagnosed.table(page, "attacks")) {
            assertThat(attack.get(4)).isEqualTo("0.000");
            assertThat(mean(attack.get(5))).isZero();
        }
        for (List<String> map : Diagnosed.table(page, "maps")) {
            assertThat(map.get(5)).isEqualTo(map.get(4));
            assertThat(map.get(7)).isEqualTo(map.get(6));
        }
    }

    @Test
    void whatCannotBeAttackedIsRefusedAtItsKey() {
        assertThatThrownBy(() -> attacked("target=boot"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("target: there is no class 'boot'")
                .hasMessageEndingWith("did you mean 'boat'?");
        assertThatThrownBy(() -> attacked("target=16"))
                .hasMessageContaining("target: there is no class 16; the network has 16, 0 to 15");
        assertThatThrownBy(() -> attacked("epsilon=[2, 256]"))
                .hasMessageContaining("epsilon: must be from 0 to 255, found 256.0");
        assertThatThrownBy(() -> attacked("step=0"))
                .hasMessageContaining("step: must be above 0 and at most 255, found 0.0");
        assertThatThrownBy(() -> attacked("target=", "untargeted=false"))
                .hasMessageContaining("nothing would be attacked");
    }
}
