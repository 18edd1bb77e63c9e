package dev.wherefore.captioning;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wherefore.captioning.support.TeacherForcing;
import dev.wherefore.core.experiment.Finding;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words, phrases and whole captions are explained by numbers that are sums of their tokens'. */
class CaptionTargetsTest extends SmallCaptions {

    @Test
    void allWordsAreExplainedEachWithItsPieces() throws IOException {
        List<Finding> found = findings("{words: all}");
        assertThat(titles(found))
                .containsExactly("a", "red", "car", "near", "the", "trees", "and", "a", "car");
        double[] each = logProbabilities(picture, OWN_IDS);
        for (int w = 0; w < 5; w++) {
            assertScore(found.get(w), each[w]);
        }
        assertScore(found.get(5), each[5] + each[6]);
        assertScore(found.get(8), each[9]);
    }

    @ParameterizedTest(name = "{0} is word {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{word: car} | 2",
                "{word: Car} | 2",
                "{word: car, occurrence: 2} | 8",
                "{at: 6} | 5",
                "{at: 9} | 8",
                "{token: 8} | 2",
                "{token: 8, occurrence: 2} | 8",
                "{phrase: trees} | 5"
            })
    void aWordIsFoundByItsFormItsPlaceOrItsToken(String target, int word) throws IOException {
        Finding all = findings("{words: all}").get(word);
        List<Finding> found = findings(target.strip());
        assertThat(titles(found)).containsExactly(all.title());
        assertScore(found.get(0), all.explanation().score());
        assertClose(raw(found.get(0)), raw(all), 1e-4, target);
        assertThat(found.get(0).prediction()).isPresent();
    }

    @Test
    void aPhraseIsTheSumOfItsWordsAndACaptionOfAll() throws IOException {
        List<Finding> words = findings("{words: all}");
        double[] each = logProbabilities(picture, OWN_IDS);
        List<Finding> found =
                findings(
                        "[{phrase: near the trees}, {caption: words}, {caption: with-end},"
                                + " {phrase: a car}]");
        assertThat(titles(found))
                .containsExactly(
                        "near the trees", "the caption", "the caption and its end", "a car");
        assertScore(found.get(0), total(each, 3, 7));
        float[] phrase = sum(sum(raw(words.get(3)), raw(words.get(4)), 1), raw(words.get(5)), 1);
        assertClose(raw(found.get(0)), phrase, 1e-4, "phrase");
        assertScore(found.get(1), total(each, 0, 10));
        float[] caption = raw(words.get(0));
        for (int w = 1; w < words.size(); w++) {
            caption = sum(caption, raw(words.get(w)), 1);
        }
        assertClose(raw(found.get(1)), caption, 1e-4, "caption");
        assertScore(found.get(2), total(each, 0, 11));
        assertScore(found.get(3), total(each, 8, 10));
        assertThat(found.get(0).prediction()).isEmpty();
    }

    @ParameterizedTest(name = "{0} instead of {1}")
    @CsvSource({
        "car,bus,{word: car},2,3",
        "car,birds,{word: car},2,3",
        "trees,house,{word: trees},5,7",
        "trees,birds,{at: 6},5,7",
        "red car,blue birds,{phrase: red car},1,3",
        "car,red bus,'{word: car, occurrence: 2}',9,10"
    })
    void insteadOfIsADifferenceOfTwoCaptions(
            String own, String other, String target, int from, int to) throws IOException {
        String caption = "a red car near the trees and a car";
        int place = from == 9 ? caption.lastIndexOf(own) : caption.indexOf(own);
        String changed =
                caption.substring(0, place) + other + caption.substring(place + own.length());
        List<Integer> otherIds = ids(changed);
        int otherTo = from + ids(other).size();
        double expected =
                total(logProbabilities(picture, OWN_IDS), from, to)
                        - total(logProbabilities(picture, otherIds), from, otherTo);

        String key = target.substring(0, target.length() - 1) + ", instead-of: " + other + "}";
        Finding found = findings(key).get(0);
        assertThat(found.title()).isEqualTo(own + " instead of " + other);
        assertScore(found, expected);

        Finding first = findings(target).get(0);
        String there = from == 9 ? "{phrase: red bus, occurrence: 1}" : "{phrase: " + other + "}";
        Finding second = findings(changed, there).get(0);
        float[] difference = sum(raw(first), raw(second), -1);
        assertClose(raw(found), difference, 1e-4, "map of " + key);
    }

    @Test
    void severalAlternativesShareAPassWithPlainWords() throws IOException {
        List<Finding> together =
                findings(
                        "[{word: car, instead-of: birds}, {words: all}, {word: red, instead-of:"
                                + " house trees}, {word: near}]");
        assertThat(together).hasSize(12);
        assertClose(
                raw(together.get(0)),
                raw(findings("{word: car, instead-of: birds}").get(0)),
                1e-4,
                "first alternative");
        assertClose(
                raw(together.get(10)),
                raw(findings("{word: red, instead-of: house trees}").get(0)),
                1e-4,
                "second alternative");
        assertClose(raw(together.get(11)), raw(together.get(4)), 1e-4, "near");
    }

    @Test
    void negativeTurnsAMapRoundAndLogitTakesTheBareNumber() throws IOException {
        List<Finding> found =
                findings("[{word: car}, {word: car, negative: true}, {word: car, score: logit}]");
        assertThat(titles(found)).containsExactly("car", "against car", "car");
        assertThat(found.get(1).explanation().score())
                .isEqualTo(-found.get(0).explanation().score());
        assertClose(raw(found.get(1)), sum(new float[64], raw(found.get(0)), -1), 1e-6, "negative");
        try (CaptionModel model = trial.model()) {
            float[][] logits =
                    TeacherForcing.logits(model.network(), prepared(picture), INPUT, 2, 4, 5);
            assertScore(found.get(2), logits[2][8]);
        }
        assertThat(found.get(2).explanation().target()).isEqualTo("logit of 'car'");
    }
}
