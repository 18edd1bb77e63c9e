package dev.wherefore.core.scene.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wherefore.core.scene.Kind;
import dev.wherefore.core.scene.Scene;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is stated of two objects, and what is left open. */
class SceneGraphTest {

    private static List<Relation> of(Drawing drawing) {
        return SceneGraph.of(drawing.scene()).relationships().stream()
                .filter(r -> r.subject() == 1)
                .map(Relationship::relation)
                .toList();
    }

    @Test
    void aDogToTheRightOfABusAndFarFromIt() {
        Drawing drawing =
                new Drawing().with(Kind.BUS, 5, 40, 35, 60).with(Kind.DOG, 70, 50, 80, 60);
        assertThat(of(drawing)).containsExactly(Relation.RIGHT_OF);
    }

    @Test
    void aDogBesideABusIsNextToItToo() {
        Drawing drawing =
                new Drawing().with(Kind.BUS, 5, 40, 35, 60).with(Kind.DOG, 40, 50, 50, 61);
        assertThat(of(drawing)).containsExactly(Relation.RIGHT_OF, Relation.NEXT_TO);
    }

    @Test
    void whatIsNearerLowerAndOverlapsIsInFront() {
        Drawing drawing =
                new Drawing().with(Kind.BUS, 30, 40, 70, 60).with(Kind.DOG, 45, 55, 55, 66);
        assertThat(of(drawing)).containsExactly(Relation.IN_FRONT_OF);
        Drawing same = new Drawing().with(Kind.BUS, 30, 40, 70, 60).with(Kind.DOG, 45, 51, 55, 62);
        assertThat(of(same)).as("hardly lower").isEmpty();
        Drawing far = new Drawing().with(Kind.BUS, 30, 10, 70, 30).with(Kind.DOG, 45, 80, 55, 92);
        assertThat(of(far)).as("far from each other").isEmpty();
    }

    @Test
    void onlyWhatIsInTheAirIsAbove() {
        Drawing kite =
                new Drawing().with(Kind.HOUSE, 30, 50, 60, 80).with(Kind.KITE, 40, 5, 50, 20);
        assertThat(of(kite)).containsExactly(Relation.ABOVE);
        Drawing bird =
                new Drawing().with(Kind.HOUSE, 30, 50, 60, 80).flying(Kind.BIRD, 40, 5, 50, 20);
        assertThat(of(bird)).containsExactly(Relation.ABOVE);
        Drawing dog = new Drawing().with(Kind.HOUSE, 30, 50, 60, 80).with(Kind.DOG, 40, 5, 50, 20);
        assertThat(of(dog)).isEmpty();
    }

    @Test
    void halfAboveAndHalfAsideIsNeither() {
        Drawing drawing =
                new Drawing().with(Kind.HOUSE, 10, 60, 30, 80).with(Kind.KITE, 50, 20, 70, 40);
        assertThat(of(drawing)).isEmpty();
    }

    @Test
    void whatIsHardlyVisibleHasNoPlace() {
        Scene scene =
                new Drawing()
                        .with(Kind.BUS, 5, 40, 35, 60)
                        .barely(Kind.DOG, 70, 50, 80, 60)
                        .scene();
        assertThat(SceneGraph.of(scene).relationships()).isEmpty();
    }

    @Test
    void theContraryIsExcludedAndTheUnsureIsNot() {
        Scene scene =
                new Drawing()
                        .with(Kind.BUS, 5, 40, 35, 60)
                        .with(Kind.DOG, 75, 50, 85, 60)
                        .with(Kind.CAT, 8, 75, 30, 90)
                        .scene();
        SceneGraph graph = SceneGraph.of(scene);
        assertThat(graph.isExcluded(Relation.RIGHT_OF, 0, 1)).isTrue();
        assertThat(graph.isExcluded(Relation.NEXT_TO, 0, 1)).isTrue();
        assertThat(graph.isExcluded(Relation.LEFT_OF, 0, 1)).isFalse();
        assertThat(graph.isExcluded(Relation.LEFT_OF, 0, 2)).isFalse();
        assertThat(graph.holds(Relation.LEFT_OF, 2, 0)).isFalse();
    }

    @Test
    void everyRelationshipIsTrueTheOtherWayRound() {
        int seen = 0;
        for (long seed = 0; seed < 300; seed++) {
            Scene scene = Drawing.random(seed);
            SceneGraph graph = SceneGraph.of(scene);
            for (Relationship r : graph.relationships()) {
                Relation back = r.relation().converse();
                assertThat(graph.holds(back, r.object(), r.subject())).as("%s", r).isTrue();
                assertThat(back == r.relation() || !graph.holds(back, r.subject(), r.object()))
                        .as("%s and its contrary", r)
                        .isTrue();
                seen++;
            }
        }
        assertThat(seen).isGreaterThan(500);
    }
}
