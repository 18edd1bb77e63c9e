package dev.wherefore.vqa.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.wherefore.vqa.data.AskedQuestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers are those that the benchmark's own program gives, unless a name says otherwise. */
class VqaAccuracyTest {

    private static final double EXACT = 1e-12;

    /** Answers written as {@code "yes*9, no"}. */
    private static List<String> answers(String written) {
        List<String> answers = new ArrayList<>();
        for (String part : written.split(", ", -1)) {
            String[] times = part.split("\\*", -1);
            int count = times.length == 1 ? 1 : Integer.parseInt(times[1]);
            answers.addAll(Collections.nCopies(count, times[0]));
        }
        return answers;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yes      | yes*10                   | 1",
                "no       | yes*10                   | 0",
                "no       | yes*9, no                | 0.3",
                "no       | yes*8, no*2              | 0.6",
                "no       | yes*7, no*3              | 0.9",
                "no       | yes*6, no*4              | 1",
                "Yes.     | yes*9, no                | 1",
                "2        | two*5, 2*5               | 1",
                "a bus    | the bus*2, Bus, car*7    | 0.9",
                "t shirt  | t-shirt*3, shirt*7       | 0.9",
                "tshirt   | t-shirt*3, shirt*7       | 0",
                "the      | a*3, x*7                 | 0.9",
                "yes      | yes*5                    | 1",
                "yes      | yes*2, no*2              | 0.5",
                "red      | red*3, blue, green, pink | 0.833333333333333",
            })
    void isThatOfTheBenchmark(String given, String written, double accuracy) {
        List<String> answers = answers(written);
        assertThat(VqaAccuracy.of(given, answers)).isCloseTo(accuracy, within(EXACT));
        Collections.reverse(answers);
        assertThat(VqaAccuracy.of(given, answers)).isCloseTo(accuracy, within(EXACT));
    }

    @Test
    void whereAllPeopleWroteTheSameTheLetterCounts() {
        assertThat(VqaAccuracy.of("Yes", answers("yes*10"))).isZero();
        assertThat(VqaAccuracy.of("2", answers("two*10"))).isZero();
        assertThat(VqaAccuracy.of("yes ", answers("yes*10"))).isEqualTo(1);
        assertThat(VqaAccuracy.of("yes", answers("yes\n*5, \tyes*5"))).isEqualTo(1);
    }

    @Test
    void oneAnswerIsRightOrWrong() {
        assertThat(VqaAccuracy.of("Two.", List.of("2"))).isEqualTo(1);
        assertThat(VqaAccuracy.of("three", List.of("2"))).isZero();
    }

    /** Not as the benchmark's program, which never gives more than 1/3 and 2/3 to them. */
    @Test
    void twoOrThreePeopleAreEnoughIfTheyAgree() {
        assertThat(VqaAccuracy.of("cat", answers("cat*2"))).isEqualTo(1);
        assertThat(VqaAccuracy.of("cat", answers("cat, a cat"))).isEqualTo(1);
        assertThat(VqaAccuracy.of("cat", answers("cat, dog"))).isCloseTo(0.5, within(EXACT));
        assertThat(VqaAccuracy.of("cat", answers("cat*2, a cat"))).isEqualTo(1);
        // left out in turn: a cat, a cat, the dog
        assertThat(VqaAccuracy.of("cat", answers("cat*2, dog")))
                .isCloseTo((0.5 + 0.5 + 1) / 3, within(EXACT));
    }

    @Test
    void aQuestionIsComparedWithWhatItsFileSays() {
        assertThat(VqaAccuracy.of("no", asked(Optional.of("yes"), answers("yes*9, no"))))
                .hasValueCloseTo(0.3, within(EXACT));
        assertThat(VqaAccuracy.of("Yes", asked(Optional.of("yes"), List.of()))).hasValue(1);
        assertThat(VqaAccuracy.of("yes", asked(Optional.empty(), List.of()))).isEmpty();
        assertThatThrownBy(() -> VqaAccuracy.of("yes", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static AskedQuestion asked(Optional<String> answer, List<String> answers) {
        return new AskedQuestion(OptionalLong.of(1), "is it?", answer, answers, Optional.empty());
    }

    @Test
    void answersAreNormalisedAsInTheBenchmark() {
        List<String> pairs =
                List.of(
                        "A red Bus -> red bus",
                        "  The  Cat -> cat",
                        "an apple, a pear -> apple pear",
                        "apple,pear -> apple pear",
                        "ten-two -> 10 2",
                        "none five six seven -> 0 5 6 7",
                        "eight nine three four zero ONE -> 8 9 3 4 0 1",
                        "eleven -> eleven",
                        "10,000 -> 10000",
                        "1,000 dollars; maybe -> 1000 dollars maybe",
                        "1,2/3 -> 123",
                        "1 , 2 -> 1 2",
                        "2,b -> 2 b",
                        "black/white -> black white",
                        "black / white -> black white",
                        "t-shirt -> t shirt",
                        "over_there -> over there",
                        "what?! -> what",
                        "left (side) -> left side",
                        "\"quoted\" text -> quoted text",
                        "<b> -> b",
                        "\\n -> n",
                        "a=b+c -> b c",
                        "@home -> home",
                        "back`tick -> back tick",
                        "yes. -> yes",
                        "3.5 -> 3.5",
                        ".5 -> .5",
                        "5. -> 5",
                        "U.S.A. -> usa",
                        "a.b.c 1.2 -> abc 1.2",
                        "e" + ".".repeat(40) + " -> e" + ".".repeat(8),
                        "4\u0663.\u0663 -> 4\u0663\u0663",
                        "50% -> 50%",
                        "$5 -> $5",
                        "10:30 -> 10:30",
                        "\u00e9, \u00f1 -> \u00e9 \u00f1",
                        "x\u00a0the\u00a0y -> x y",
                        "a\u001cb -> b",
                        "dont know -> don't know",
                        "cant wont -> can't won't",
                        "O'Clock oclock -> o'clock o'clock",
                        "it's its -> it's its",
                        "she's shes -> she's shes",
                        "Im -> im",
                        "y'allll -> y'all'll",
                        "'ow'sat -> 'ow's'at",
                        "somebody'd -> somebodyd",
                        "a -> ",
                        " - -> ",
                        "... -> ");
        assertThat(pairs)
                .allSatisfy(
                        pair -> {
                            List<String> both = Arrays.asList(pair.split(" -> ", -1));
                            assertThat(AnswerText.normalised(both.get(0))).isEqualTo(both.get(1));
                        });
        assertThat(AnswerText.normalised("")).isEmpty();
    }
}
