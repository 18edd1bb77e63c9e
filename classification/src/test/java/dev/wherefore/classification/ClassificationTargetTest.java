package dev.wherefore.classification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wherefore.core.experiment.Prediction;
import dev.wherefore.core.target.Labels;
import dev.wherefore.core.target.Likelihood;
import dev.wherefore.core.target.ScoreKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassificationTargetTest {

    private static final float[] SCORES = {1, 3, 2};

    @TempDir Path folder;
    private Labels labels = Labels.none(Labels.Sort.CLASS);

    @BeforeEach
    void readLabels() throws IOException {
        labels =
                Labels.read(
                        Files.writeString(folder.resolve("l.txt"), "car\nbus\ntree\n"),
                        Labels.Sort.CLASS);
    }

    private static ClassificationTarget target(
            OptionalInt index, int rank, OptionalInt insteadOf, boolean negative) {
        return new ClassificationTarget(index, rank, insteadOf, ScoreKind.LOGIT, negative);
    }

    @Test
    void titlesSayWhatIsAsked() {
        OptionalInt none = OptionalInt.empty();
        OptionalInt bus = OptionalInt.of(1);
        OptionalInt car = OptionalInt.of(0);
        assertThat(target(bus, 0, none, false).title(SCORES, labels)).isEqualTo("bus");
        assertThat(target(bus, 0, car, false).title(SCORES, labels))
                .isEqualTo("bus instead of car");
        assertThat(target(bus, 0, none, true).title(SCORES, labels)).isEqualTo("against bus");
        assertThat(target(bus, 0, car, true).title(SCORES, labels))
                .isEqualTo("against bus instead of car");
        assertThat(target(none, 1, none, false).title(SCORES, labels)).isEqualTo("tree");
    }

    @Test
    void aRankIsTheClassTheNetworkPutsThere() {
        assertThat(ClassificationTarget.top(0).classIn(SCORES)).isEqualTo(1);
        assertThat(ClassificationTarget.top(2).classIn(SCORES)).isZero();
        assertThat(ClassificationTarget.of(2).classIn(SCORES)).isEqualTo(2);
    }

    @Test
    void thePredictionIsThatOfTheClass() {
        List<Prediction> all = new ClassScores("", Likelihood.SOFTMAX, labels).predictions(SCORES);
        assertThat(all).map(Prediction::label).containsExactly("bus", "tree", "car");
        assertThat(ClassificationTarget.of(2).prediction(all, SCORES))
                .hasValueSatisfying(p -> assertThat(p.label()).isEqualTo("tree"));
    }
}
