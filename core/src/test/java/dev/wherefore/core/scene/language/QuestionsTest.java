package dev.wherefore.core.scene.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wherefore.core.scene.Backdrop;
import dev.wherefore.core.scene.Colour;
import dev.wherefore.core.scene.Daylight;
import dev.wherefore.core.scene.Kind;
import dev.wherefore.core.scene.Scene;
import dev.wherefore.core.scene.SceneGenerator;
import dev.wherefore.core.scene.SceneSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Answers are right, decided by the objects that are named, and balanced. */
class QuestionsTest {

    private static final int ALL = 1000;

    private static Question find(Drawing drawing, String text) {
        return LongStream.range(0, 50)
                .mapToObj(seed -> Questions.of(drawing.scene(), ALL, seed))
                .flatMap(List::stream)
                .filter(q -> q.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not asked: " + text));
    }

    private static List<String> texts(Drawing drawing) {
        return Questions.of(drawing.scene(), ALL, 1).stream().map(Question::text).toList();
    }

    private static Drawing busTreeAndBirds() {
        return new Drawing()
                .at(Backdrop.STREET, Daylight.DAY)
                .with(Kind.TREE, 60, 20, 80, 70)
                .with(Colour.RED, Kind.BUS, 15, 40, 55, 72)
                .flying(Kind.BIRD, 10, 5, 15, 10)
                .flying(Kind.BIRD, 2, 5, 7, 10);
    }

    @Test
    void eachTypeHasItsAnswerAndTheObjectsThatDecideIt() {
        Drawing drawing = busTreeAndBirds();
        assertThat(find(drawing, "how many birds are there?"))
                .isEqualTo(
                        new Question(
                                QuestionType.COUNT,
                                "how many birds are there?",
                                "2",
                                List.of(2, 3),
                                List.of()));
        assertThat(find(drawing, "what colour is the bus?"))
                .isEqualTo(
                        new Question(
                                QuestionType.COLOUR,
                                "what colour is the bus?",
                                "red",
                                List.of(1),
                                List.of()));
        assertThat(find(drawing, "what is next to the tree?"))
                .isEqualTo(
                        new Question(
                                QuestionType.NEIGHBOUR,
                                "what is next to the tree?",
                                "bus",
                                List.of(1),
                                List.of(0)));
        assertThat(find(drawing, "what is the red thing?").answer()).isEqualTo("bus");
        assertThat(find(drawing, "is the bus left of the tree?"))
                .isEqualTo(
                        new Question(
                                QuestionType.RELATION,
                                "is the bus left of the tree?",
                                "yes",
                                List.of(1),
                                List.of(0)));
        assertThat(find(drawing, "is the tree left of the bus?").answer()).isEqualTo("no");
        assertThat(find(drawing, "where is this?").answer()).isEqualTo("street");
    }

    @Test
    void whatIsInDoubtIsNotAsked() {
        Drawing drawing =
                busTreeAndBirds().barely(Kind.DOG, 20, 75, 23, 78).barely(Kind.CAT, 0, 0, 0, 9);
        assertThat(texts(drawing))
                .noneMatch(text -> text.contains("dog") || text.contains("animal"))
                .doesNotContain("what is next to the bus?")
                .contains("how many cats are there?", "what is right of the bus?");
    }

    @Test
    void severalOfAKindAreNotCalledTheOne() {
        assertThat(texts(busTreeAndBirds())).noneMatch(text -> text.contains("the bird"));
    }

    @Test
    void everyAnswerIsRight() {
        Set<String> words = new HashSet<>();
        Set<String> answers = new HashSet<>();
        Map<QuestionType, Integer> types = new EnumMap<>(QuestionType.class);
        for (long seed = 0; seed < 1000; seed++) {
            Scene scene = Drawing.random(seed);
            List<Question> questions = Questions.of(scene, ALL, seed);
            assertThat(questions.stream().map(Question::text)).doesNotHaveDuplicates();
            for (Question question : questions) {
                QuestionCheck.check(scene, question);
                words.addAll(Arrays.asList(question.text().replace("?", "").split(" ", -1)));
                answers.add(question.answer());
                types.merge(question.type(), 1, Integer::sum);
            }
        }
        assertThat(types).hasSize(7).allSatisfy((t, n) -> assertThat(n).isGreaterThan(100));
        assertThat(words).hasSizeBetween(60, 89).allMatch(word -> word.matches("[a-z]+"));
        assertThat(answers).hasSizeBetween(25, 49);
    }

    @Test
    void answersAboutDrawnScenesAreRightAndYesComesAsOftenAsNo() {
        SceneGenerator generator = new SceneGenerator(SceneSettings.DEFAULT);
        List<Question> asked = new ArrayList<>();
        for (long seed = 0; seed < 1000; seed++) {
            Scene scene = generator.scene(seed);
            List<Question> questions = Questions.of(scene, 8, seed);
            questions.forEach(question -> QuestionCheck.check(scene, question));
            asked.addAll(questions);
        }
        for (QuestionType type : List.of(QuestionType.EXISTENCE, QuestionType.RELATION)) {
            List<String> answers =
                    asked.stream().filter(q -> q.type() == type).map(Question::answer).toList();
            long yes = answers.stream().filter(answer -> answer.equals("yes")).count();
            assertThat(answers).hasSizeGreaterThan(500);
            assertThat(100.0 * yes / answers.size()).as("%s", type).isBetween(45.0, 55.0);
        }
    }

    @Test
    void theSameSeedAsksTheSameAndNoMoreThanWanted() {
        Scene scene = busTreeAndBirds().scene();
        List<Question> eight = Questions.of(scene, 8, 3);
        assertThat(eight).hasSize(8).isEqualTo(Questions.of(scene, 8, 3));
        assertThat(eight).isNotEqualTo(Questions.of(scene, 8, 4));
        assertThat(eight.stream().map(Question::type).distinct()).hasSizeGreaterThan(5);
        assertThatThrownBy(() -> Questions.of(scene, 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
