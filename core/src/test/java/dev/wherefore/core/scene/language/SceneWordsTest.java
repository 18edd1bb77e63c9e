package dev.wherefore.core.scene.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wherefore.core.scene.Backdrop;
import dev.wherefore.core.scene.Colour;
import dev.wherefore.core.scene.Daylight;
import dev.wherefore.core.scene.Kind;
import dev.wherefore.core.scene.Scene;
import dev.wherefore.core.scene.SceneGenerator;
import dev.wherefore.core.scene.SceneSettings;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SceneWordsTest {

    /** Two small scenes for each kind and colour, and one with five of a kind. */
    private static Set<String> handMade() {
        Set<String> words = new TreeSet<>();
        for (Kind kind : Kind.values()) {
            for (Colour colour : Colour.values()) {
                Drawing one = new Drawing().with(colour, kind, 10, 60, 20, 80);
                addWords(words, one.scene());
                addWords(words, one.with(colour, kind, 40, 60, 50, 80).scene());
            }
        }
        Drawing five = new Drawing().at(Backdrop.BEACH, Daylight.DUSK);
        for (int i = 0; i < 5; i++) {
            five.with(Kind.DOG, 20 * i, 50, 20 * i + 10, 70);
        }
        addWords(words, five.scene());
        return words;
    }

    private static void addWords(Set<String> words, Scene scene) {
        Captions.of(scene).forEach(c -> c.words().forEach(word -> words.add(word.text())));
    }

    @Test
    void theyAreThoseOfCaptionsNoneMoreAndNoneLess() {
        Set<String> said = handMade();
        for (long seed = 0; seed < 3000; seed++) {
            addWords(said, Drawing.random(seed));
        }
        SceneGenerator generator = new SceneGenerator(SceneSettings.DEFAULT);
        for (long seed = 0; seed < 200; seed++) {
            addWords(said, generator.scene(seed));
        }
        assertThat(SceneWords.all()).containsExactlyElementsOf(said).hasSizeLessThan(90);
    }

    @Test
    void aWordHasEveryPartThatItPlays() {
        assertThat(SceneWords.kinds("in")).containsExactly(WordKind.RELATION, WordKind.FUNCTION);
        assertThat(SceneWords.kinds("hydrants")).containsExactly(WordKind.OBJECT);
        assertThat(SceneWords.kinds("orange")).containsExactly(WordKind.COLOUR);
        assertThat(SceneWords.kinds("an")).containsExactly(WordKind.ARTICLE);
        assertThat(SceneWords.kinds("five")).containsExactly(WordKind.COUNT);
        assertThat(SceneWords.kinds("of")).containsExactly(WordKind.RELATION);
        assertThat(SceneWords.kinds("scene")).containsExactly(WordKind.PLACE);
        assertThat(SceneWords.kinds("the")).containsExactly(WordKind.FUNCTION);
        assertThat(SceneWords.kinds("lorry")).isEmpty();
        assertThat(SceneWords.all()).noneMatch(w -> SceneWords.kinds(w).contains(WordKind.UNREAD));
    }
}
