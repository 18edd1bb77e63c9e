package dev.wherefore.core.scene.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wherefore.core.scene.Colour;
import dev.wherefore.core.scene.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptionReaderTest {

    /** The words that are unread. */
    private static String unread(String text) {
        Statements said = CaptionReader.read(text);
        return said.unread().stream()
                .map(i -> said.words().get(i).text())
                .collect(Collectors.joining(" "));
    }

    private static String kinds(String text) {
        return CaptionReader.read(text).words().stream()
                .map(word -> word.kind().name().substring(0, 1))
                .collect(Collectors.joining());
    }

    @Test
    void whatIsSaidIsTakenApart() {
        Statements said =
                CaptionReader.read("two fire hydrants in front of a person in red at dusk");
        assertThat(said.objects())
                .containsExactly(
                        new SaidObjects(Kind.FIRE_HYDRANT, 2, Optional.empty(), 0, 3),
                        new SaidObjects(Kind.PERSON, 1, Optional.of(Colour.RED), 6, 10));
        assertThat(said.relations())
                .containsExactly(new SaidRelation(Relation.IN_FRONT_OF, 0, 1, 3, 6));
        assertThat(said.places()).containsExactly(new SaidPlace("at dusk", 2, 10, 12));
        assertThat(said.unread()).isEmpty();
        assertThat(said.words().get(2))
                .isEqualTo(new ReadWord("hydrants", WordKind.OBJECT, Optional.of(0)));
        assertThat(said.words().get(8))
                .isEqualTo(new ReadWord("in", WordKind.FUNCTION, Optional.of(1)));
        assertThat(said.words().get(3))
                .isEqualTo(new ReadWord("in", WordKind.RELATION, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "two fire hydrants in front of a person in red at dusk, COORRRAOFCFP",
        "a snowy scene at dusk with a bus and two blue cars, APPFPFAOFCCO",
        "there is a dog next to an orange umbrella in the park, FFAORRACOFFP",
        "there are two people in the snow, FFCOFFP",
    })
    void eachWordHasTheKindOfItsPlace(String text, String kinds) {
        // COUNT and COLOUR both begin with C
        assertThat(kinds(text)).isEqualTo(kinds);
    }

    @ParameterizedTest
    @CsvSource({
        "a bus a tree, a tree",
        "a a bus, a",
        "a bus and, and",
        "a bus and and a tree, and",
        "a bus left of, left of",
        "left of a bus, left of",
        "a bus left right of a tree, left",
        "a bus lorry next to a tree, lorry",
        "a bus with a tree, with a tree",
        "in the park a bus, in the park",
        "a bus in the park in the park, in the park",
        "a park in the park, in the park",
        "a park with, with",
        "a park a bus, a bus",
        "a park at dusk with a bus at dusk, at dusk",
        "a red person, a red person",
        "a bus in red, in red",
        "a red, a red",
        "two bus, two bus",
        "a buses, a buses",
        "bus, bus",
        "there is, there is",
        "a bus there is a tree, there is a tree",
        "a fire, a fire",
        "A bus, A bus",
        "the bus, the bus",
        "a bus., a bus."
    })
    void aWordThatFitsNoGrammarIsUnread(String text, String unread) {
        assertThat(unread(text)).isEqualTo(unread);
    }

    @ParameterizedTest
    @CsvSource({
        "a bus",
        "a park",
        "a park at dusk",
        "there are a bus",
        "a umbrella",
        "a bus on the street and a tree",
        "a bus on the street at dusk left of a tree in the sky",
        "a dog and a cat and two birds next to a house",
        "'  a   bus\tand\na tree '"
    })
    void someMoreThanCaptionsSayIsRead(String text) {
        assertThat(unread(text)).isEmpty();
    }

    @Test
    void noWordsAreTooOdd() {
        assertThat(CaptionReader.read("").words()).isEmpty();
        assertThat(CaptionReader.read("  ").words()).isEmpty();
        assertThat(unread("<unk> \u0000 ##ing")).isEqualTo("<unk> \u0000 ##ing");
        assertThat(CaptionReader.read(List.of("a bus", "", "a\nbus")).unread()).hasSize(3);
        Random random = new Random(3);
        List<String> all = new ArrayList<>(SceneWords.all());
        all.add("");
        int read = 0;
        for (int n = 0; n < 20_000; n++) {
            List<String> words = new ArrayList<>();
            for (int i = random.nextInt(20); i > 0; i--) {
                words.add(all.get(random.nextInt(all.size())));
            }
            Statements said = CaptionReader.read(words);
            assertThat(said.words().stream().map(ReadWord::text)).containsExactlyElementsOf(words);
            read += words.size() - said.unread().size();
        }
        assertThat(read).isBetween(100, 40_000);
    }
}
