package dev.wherefore.core.coco;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wherefore.core.scene.Kind;
import dev.wherefore.core.scene.Scene;
import dev.wherefore.core.scene.language.Caption;
import dev.wherefore.core.scene.language.CaptionWord;
import dev.wherefore.core.scene.language.Captions;
import dev.wherefore.core.scene.language.Drawing;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CocoWordsTest {

    private static final String NAMES =
            "person,bicycle,car,motorcycle,airplane,bus,train,truck,boat,traffic light,fire"
                + " hydrant,stop sign,parking"
                + " meter,bench,bird,cat,dog,horse,sheep,cow,elephant,bear,zebra,"
                + "giraffe,backpack,umbrella,handbag,tie,suitcase,frisbee,skis,snowboard,sports"
                + " ball,kite,baseball bat,baseball glove,skateboard,surfboard,tennis"
                + " racket,bottle,wine"
                + " glass,cup,fork,knife,spoon,bowl,banana,apple,sandwich,orange,broccoli,carrot,hot"
                + " dog,pizza,donut,cake,chair,couch,potted plant,bed,dining"
                + " table,toilet,tv,laptop,mouse,remote,keyboard,cell"
                + " phone,microwave,oven,toaster,sink,refrigerator,book,clock,vase,scissors,teddy"
                + " bear,hair drier,toothbrush";
    private static final CocoWords COCO = CocoWords.of(categories(NAMES));

    private static List<CocoCategory> categories(String names) {
        String[] all = names.split(",", -1);
        return IntStream.range(0, all.length).mapToObj(i -> new CocoCategory(i, all[i])).toList();
    }

    /** The categories of the words, a dash for none. */
    private static String spoken(CocoWords words, String text) {
        return words.in(List.of(text.split(" ", -1))).stream()
                .map(found -> found.map(CocoCategory::name).orElse("-"))
                .collect(Collectors.joining("/"));
    }

    @ParameterizedTest
    @CsvSource({
        "A man riding a wave., -/person/-/-/-",
        "'Two dogs, three buses', -/dog/-/bus",
        "a hot dog on a bench, -/hot dog/hot dog/-/-/bench",
        "red fire hydrants, -/fire hydrant/fire hydrant",
        "a traffic-light, -/traffic light",
        "a fire truck, -/truck/truck",
        "a fire, -/-",
        "people women children firemen, person/person/person/person",
        "humans knives mice sheep geese, person/knife/mouse/sheep/bird",
        "benches puppies bikes planes, bench/dog/bicycle/airplane",
        "TVs televisions sofas cellphones, tv/tv/couch/cell phone",
        "the woman's dog's, -/person/dog",
        "an orange cat with oranges, -/-/cat/-/orange",
        "a teddy bear and a bear, -/teddy bear/teddy bear/-/-/bear",
        "a pair of skis, -/-/-/skis",
        "calves cherries, cow/-",
    })
    void aWordSpeaksOfItsCategory(String text, String spoken) {
        assertThat(spoken(COCO, text)).isEqualTo(spoken);
    }

    @Test
    void oddWordsSpeakOfNothing() {
        assertThat(COCO.in(List.of())).isEmpty();
        assertThat(COCO.in(List.of("", "...", "'s", "<unk>", "\n")))
                .hasSize(5)
                .allMatch(Optional::isEmpty);
        assertThat(CocoWords.of(List.of()).in(List.of("a", "dog"))).allMatch(Optional::isEmpty);
    }

    @Test
    void everyCategoryHasItsNameAndThereAreMoreThanEightHundredWords() {
        for (CocoCategory category : categories(NAMES)) {
            if (!category.name().equals("orange")) {
                assertThat(spoken(COCO, category.name())).contains(category.name());
            }
        }
        assertThat(COCO.vocabulary())
                .hasSizeBetween(1000, 2000)
                .contains("fire hydrant", "sheep")
                .doesNotContain("orange")
                .allMatch(term -> term.matches("[a-z0-9']+( [a-z0-9']+)*"));
    }

    @Test
    void theListSaysNothingTwice() {
        Map<String, String> seen = new HashMap<>();
        for (String line : WordLists.lines("synonyms.txt")) {
            for (String word : line.split(" *[:,] *", -1)) {
                if (!word.equals("orange")) {
                    assertThat(seen.put(word, line)).as(word).isNull();
                }
            }
        }
        assertThat(seen.keySet()).containsAll(List.of(NAMES.replace("orange,", "").split(",", -1)));
    }

    @Test
    void otherNamesOfCategoriesAreUnderstood() {
        CocoWords others = CocoWords.of(categories("aeroplane,sofa,ball,lamp"));
        assertThat(spoken(others, "planes couch football lamps dog"))
                .isEqualTo("aeroplane/sofa/ball/lamp/-");
        CocoWords both = CocoWords.of(categories("sports ball,ball"));
        assertThat(spoken(both, "ball football")).isEqualTo("ball/sports ball");
    }

    @Test
    void nounsOfDrawnScenesSpeakOfTheirKinds() {
        String kinds =
                Arrays.stream(Kind.values()).map(Kind::label).collect(Collectors.joining(","));
        CocoWords words = CocoWords.of(categories(kinds));
        for (long seed = 0; seed < 500; seed++) {
            Scene scene = Drawing.random(seed);
            for (Caption caption : Captions.of(scene)) {
                assertSameKinds(scene, caption, words);
            }
        }
    }

    /** Colours and numbers speak of objects too, but of no category. */
    private static void assertSameKinds(Scene scene, Caption caption, CocoWords words) {
        List<Optional<CocoCategory>> found =
                words.in(caption.words().stream().map(CaptionWord::text).toList());
        for (int i = 0; i < found.size(); i++) {
            CaptionWord word = caption.words().get(i);
            Stream<String> kinds =
                    word.objects().stream().map(o -> scene.objects().get(o).kind().label());
            if (found.get(i).isPresent()) {
                assertThat(kinds.distinct())
                        .as(caption.text())
                        .containsExactly(found.get(i).get().name());
            } else if (!word.objects().isEmpty()) {
                assertThat(word.text())
                        .matches(
                                "two|three|four|five|red|orange|yellow|green|blue|purple|pink|brown"
                                        + "|black|white|grey");
            }
        }
    }
}
