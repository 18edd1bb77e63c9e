package dev.wherefore.captioning.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wherefore.core.coco.CocoData;
import dev.wherefore.core.coco.CocoReader;
import dev.wherefore.core.evaluate.Exhibit;
import dev.wherefore.core.evaluate.SceneNotes;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.image.PictureReader;
import dev.wherefore.core.scene.Scene;
import dev.wherefore.core.scene.SceneGenerator;
import dev.wherefore.core.scene.SceneObject;
import dev.wherefore.core.scene.SceneSettings;
import dev.wherefore.core.scene.language.Caption;
import dev.wherefore.core.scene.language.CaptionWord;
import dev.wherefore.core.scene.language.Captions;
import dev.wherefore.core.support.Reference;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What captions speak of, and how true they are, is what scenes and COCO's files say. */
class ExhibitsTest {

    private static final SceneGenerator GENERATOR =
            new SceneGenerator(SceneSettings.ofSize(128, 128));

    private static List<String> words(Caption caption) {
        return caption.words().stream().map(CaptionWord::text).toList();
    }

    @Test
    void everyWordOfATrueCaptionIsRightOnTheObjectsThatItWasMadeFor() {
        int compared = 0;
        for (int seed = 0; seed < 40; seed++) {
            Scene scene = GENERATOR.scene(seed);
            SceneExhibits exhibits = new SceneExhibits();
            for (Caption caption : Captions.of(scene)) {
                for (Spoken spoken : exhibits.spoken(Exhibit.of(scene), words(caption))) {
                    List<Integer> objects = caption.words().get(spoken.end() - 1).objects();
                    long pixels =
                            objects.stream()
                                    .mapToLong(o -> scene.objects().get(o).mask().area())
                                    .sum();
                    assertThat((long) spoken.truth().mask().area())
                            .as("%s in '%s'", spoken.label(), caption.text())
                            .isEqualTo(pixels);
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(500);
    }

    @Test
    void trueCaptionsCountAsTrueAndOnesOfOtherScenesMostlyDoNot() {
        SceneExhibits right = new SceneExhibits();
        SceneExhibits wrong = new SceneExhibits();
        for (int seed = 0; seed < 40; seed++) {
            Scene scene = GENERATOR.scene(seed);
            Exhibit exhibit = Exhibit.of(scene);
            Captions.of(scene).forEach(caption -> right.takeUp(judged(right, exhibit, caption)));
            Captions.of(GENERATOR.scene(1000 + seed))
                    .forEach(caption -> wrong.takeUp(judged(wrong, exhibit, caption)));
        }
        assertThat(right.quality())
                .containsEntry("statements that are true", 1.0)
                .containsEntry("captions that are wholly true", 1.0);
        Map<String, Double> other = wrong.quality();
        assertThat(other.get("captions that are wholly true")).isLessThan(0.1);
        assertThat(other.get("statements a caption")).isBetween(2.0, 4.0);
    }

    private static SceneNotes judged(SceneExhibits exhibits, Exhibit exhibit, Caption caption) {
        SceneNotes.Taker taker = new SceneNotes.Taker();
        exhibits.judge(exhibit, words(caption), taker);
        return taker.notes();
    }

    @Test
    void whatIsNotThereHasNoMap() {
        Scene scene = GENERATOR.scene(3);
        List<String> kinds =
                scene.present().stream().map(o -> o.kind().label()).distinct().toList();
        List<String> absent =
                List.of("a bus", "a boat", "a kite", "a bench").stream()
                        .filter(phrase -> !kinds.contains(phrase.substring(2)))
                        .filter(
                                phrase ->
                                        scene.objects().stream()
                                                .map(SceneObject::kind)
                                                .noneMatch(
                                                        k -> k.label().equals(phrase.substring(2))))
                        .toList();
        assertThat(absent).isNotEmpty();
        for (String phrase : absent) {
            assertThat(
                            new SceneExhibits()
                                    .spoken(Exhibit.of(scene), List.of(phrase.split(" ", -1))))
                    .as(phrase)
                    .isEmpty();
        }
    }

    @Test
    void wordsForCategoriesAreRightOnTheMasksOfTheirInstances() {
        Path scenes = Reference.root().resolve("test-data/scenes");
        CocoData data =
                CocoReader.ofFirst(1)
                        .read(
                                List.of(
                                        scenes.resolve("captions.json"),
                                        scenes.resolve("scenes.json")));
        Picture picture =
                new PictureReader()
                        .read(scenes.resolve("images").resolve(data.images().get(0).fileName()));
        CocoExhibits exhibits = new CocoExhibits(data.categories());
        Exhibit exhibit = Exhibit.of(picture, data.images().get(0), data.categories());
        List<Spoken> spoken =
                exhibits.spoken(
                        exhibit, List.of("two", "puppies", "near", "a", "big", "bus", "on", "ice"));
        assertThat(spoken)
                .extracting(s -> s.label() + " " + s.first() + "-" + s.end())
                .containsExactly("object word 1-2", "phrase 0-2", "object word 5-6", "phrase 3-6");
        assertThat(exhibits.references(exhibit))
                .contains("there is a bus and a black dog in the park");
        assertThat(exhibits.quality()).isEmpty();
    }
}
