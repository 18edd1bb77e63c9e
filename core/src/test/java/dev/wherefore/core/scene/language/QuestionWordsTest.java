package dev.wherefore.core.scene.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wherefore.core.scene.SceneGenerator;
import dev.wherefore.core.scene.SceneSettings;
import dev.wherefore.core.text.WordLevelFile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QuestionWordsTest {

    private static final int SCENES = 300;

    @Test
    void allQuestionsAreOfTheirWordsAndHaveTheirAnswers() {
        SceneGenerator generator = new SceneGenerator(SceneSettings.ofSize(128, 128));
        Set<String> words = new HashSet<>(QuestionWords.all());
        Set<String> answers = new HashSet<>(QuestionWords.answers());
        Set<String> used = new HashSet<>();
        for (int seed = 0; seed < SCENES; seed++) {
            for (Question question : Questions.of(generator.scene(seed), 1000, seed)) {
                List<String> split = List.of(question.text().replace("?", " ?").split(" ", -1));
                assertThat(words).as(question.text()).containsAll(split);
                assertThat(answers).as(question.text()).contains(question.answer());
                used.addAll(split);
            }
        }
        assertThat(words.size() - used.size()).as("words that nothing asks with").isLessThan(10);
    }

    @Test
    void wordsAndAnswersAreThereOnceAndMakeATokenizer() {
        assertThat(QuestionWords.all()).doesNotHaveDuplicates().isSorted();
        assertThat(QuestionWords.answers()).doesNotHaveDuplicates().startsWith("yes", "no", "0");
        assertThat(WordLevelFile.json(QuestionWords.all())).contains("\"colour\"");
    }
}
