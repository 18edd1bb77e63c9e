package dev.wherefore.core.scene.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wherefore.core.scene.Backdrop;
import dev.wherefore.core.scene.Colour;
import dev.wherefore.core.scene.Daylight;
import dev.wherefore.core.scene.Kind;
import dev.wherefore.core.scene.Scene;
import dev.wherefore.core.scene.SceneGenerator;
import dev.wherefore.core.scene.SceneSettings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What captions say is so, and each word speaks of what it should. */
class CaptionsTest {

    private static Set<String> texts(Drawing drawing) {
        Set<String> texts = new TreeSet<>();
        Scene scene = drawing.scene();
        LongStream.range(0, 60)
                .forEach(seed -> Captions.of(scene, seed).forEach(c -> texts.add(c.text())));
        return texts;
    }

    @Test
    void aBusAndATree() {
        Drawing drawing =
                new Drawing()
                        .at(Backdrop.STREET, Daylight.DAY)
                        .with(Kind.TREE, 60, 20, 80, 70)
                        .with(Colour.RED, Kind.BUS, 15, 40, 55, 72);
        assertThat(texts(drawing))
                .contains(
                        "a red bus next to a tree",
                        "a bus left of a tree on the street",
                        "a red bus and a tree",
                        "there is a red bus on the street",
                        "a street with a bus and a tree",
                        "a tree on the street")
                .noneMatch(text -> text.contains("tree and") || text.contains("dusk"));
    }

    @Test
    void severalOfAKindAreCounted() {
        Drawing drawing =
                new Drawing()
                        .at(Backdrop.SNOW, Daylight.DUSK)
                        .with(Colour.RED, Kind.UMBRELLA, 0, 40, 20, 60)
                        .with(Colour.ORANGE, Kind.UMBRELLA, 30, 40, 50, 60)
                        .with(Colour.RED, Kind.UMBRELLA, 60, 40, 80, 60)
                        .with(Kind.PERSON, 0, 80, 10, 95)
                        .with(Kind.PERSON, 80, 80, 90, 95);
        assertThat(texts(drawing))
                .contains(
                        "there are three umbrellas in the snow",
                        "two red umbrellas and an orange umbrella",
                        "two people at dusk",
                        "a snowy scene at dusk with two people")
                .noneMatch(text -> text.matches(".*\\b(a red|an) umbrella.*"));
    }

    @Test
    void aPersonIsInTheColourItWears() {
        Drawing drawing =
                new Drawing()
                        .with(Colour.RED, Kind.PERSON, 10, 60, 20, 90)
                        .with(Colour.BLUE, Kind.PERSON, 70, 60, 80, 90);
        assertThat(texts(drawing))
                .contains("a person in blue right of a person in red", "two people in the park")
                .noneMatch(text -> text.matches(".*(red|blue) person.*"));
    }

    @Test
    void whatIsInTheAirIsNotOnTheStreet() {
        Drawing drawing =
                new Drawing()
                        .at(Backdrop.STREET, Daylight.DAY)
                        .flying(Kind.BIRD, 10, 5, 20, 15)
                        .with(Kind.BOAT, 60, 40, 90, 60);
        assertThat(texts(drawing))
                .contains("a bird in the sky", "a boat on the water", "a street with a boat")
                .noneMatch(text -> text.contains("on the street"));
    }

    @Test
    void whatIsHardlyVisibleIsNotSpokenOf() {
        Drawing drawing =
                new Drawing()
                        .with(Kind.DOG, 10, 60, 30, 80)
                        .barely(Kind.DOG, 50, 60, 53, 63)
                        .with(Kind.CAT, 70, 60, 90, 80);
        assertThat(texts(drawing))
                .hasSizeGreaterThanOrEqualTo(3)
                .noneMatch(text -> text.contains("dog"));
        Drawing alone = new Drawing().barely(Kind.DOG, 10, 60, 13, 63);
        assertThat(texts(alone)).containsExactly("a park");
    }

    @Test
    void whatCannotBeSeenAtAllIsNotThere() {
        Drawing drawing =
                new Drawing().with(Kind.DOG, 10, 60, 30, 80).barely(Kind.DOG, 10, 60, 10, 80);
        assertThat(texts(drawing)).contains("there is a dog", "a dog in the park");
    }

    @Test
    void everyWordIsTrueAndSpeaksOfItsObjects() {
        Set<String> vocabulary = new HashSet<>();
        int relations = 0;
        for (long seed = 0; seed < 2000; seed++) {
            Scene scene = Drawing.random(seed);
            List<Caption> captions = Captions.of(scene);
            assertThat(captions.stream().map(Caption::text)).doesNotHaveDuplicates();
            if (new Mentions(scene).list().isEmpty()) {
                continue;
            }
            assertThat(captions).hasSizeBetween(3, 5);
            for (Caption caption : captions) {
                relations += CaptionCheck.check(scene, caption);
                caption.words().forEach(word -> vocabulary.add(word.text()));
            }
        }
        assertThat(relations).isGreaterThan(500);
        assertThat(vocabulary).hasSizeBetween(60, 89).allMatch(word -> word.matches("[a-z]+"));
    }

    @Test
    void everyWordOfDrawnScenesIsTrue() {
        SceneGenerator generator = new SceneGenerator(SceneSettings.DEFAULT);
        int relations = 0;
        int captions = 0;
        for (long seed = 0; seed < 300; seed++) {
            Scene scene = generator.scene(seed);
            List<Caption> said = Captions.of(scene);
            if (said.size() < 3) {
                assertThat(new Mentions(scene).list()).as("scene %s", seed).isEmpty();
                continue;
            }
            for (Caption caption : said) {
                relations += CaptionCheck.check(scene, caption);
                captions++;
            }
        }
        assertThat(captions).isGreaterThan(1300);
        assertThat(relations).isGreaterThan(150);
    }

    @Test
    void theSameSeedSaysTheSameAndAnotherOneOther() {
        Scene scene = Drawing.random(5);
        assertThat(Captions.of(scene)).isEqualTo(Captions.of(scene, 5));
        assertThat(LongStream.range(0, 20).mapToObj(s -> Captions.of(scene, s)).distinct().count())
                .isGreaterThan(10);
    }
}
