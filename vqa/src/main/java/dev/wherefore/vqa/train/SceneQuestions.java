package dev.wherefore.vqa.train;

import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.scene.Scene;
import dev.wherefore.core.scene.language.Question;
import dev.wherefore.core.scene.language.QuestionType;
import dev.wherefore.core.scene.language.QuestionWords;
import dev.wherefore.core.scene.language.Questions;
import dev.wherefore.core.text.WordLevelFile;
import dev.wherefore.core.train.Example;
import dev.wherefore.core.train.HostArray;
import dev.wherefore.core.train.TrainingScene;
import dev.wherefore.core.train.TrainingScenes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Scenes as examples: the prepared picture {@code (C, H, W)}, S questions about it as token ids
 * {@code (S, L)}, their answers' numbers {@code (S)}, and of which type each is {@code (S)}.
 * Several threads may use it at once.
 */
final class SceneQuestions {

    /** The most tokens of a question, its mark among them. */
    static final int LONGEST = 14;

    /** The number of the first word's token; the special ones come before. */
    private static final int FIRST = 4;

    private static final List<QuestionType> TYPES = List.of(QuestionType.values());

    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, Integer> answerIds = new HashMap<>();
    private final List<String> words = QuestionWords.all();
    private final List<String> answers = QuestionWords.answers();
    private final TrainingScenes scenes;
    private final int questions;

    /**
     * @param scenes the scenes
     * @param questions how many questions about each scene, S
     */
    SceneQuestions(TrainingScenes scenes, int questions) {
        this.scenes = scenes;
        this.questions = questions;
        words.forEach(word -> ids.put(word, FIRST + ids.size()));
        answers.forEach(answer -> answerIds.put(answer, answerIds.size()));
    }

    /** How many tokens there are, the special ones included. */
    int vocabulary() {
        return FIRST + words.size();
    }

    /** The answers by their numbers. */
    List<String> answers() {
        return answers;
    }

    /** The tokenizer as a file. */
    String tokenizer() {
        return WordLevelFile.json(words);
    }

    /** The example of a number, changed by chance; each seed of a training has its own scenes. */
    Example training(long index) {
        return example(scenes.training(index), index);
    }

    /** A scene of the validation, as it was drawn. */
    Example validation(long index) {
        return example(scenes.validation(index), index);
    }

    private Example example(TrainingScene prepared, long index) {
        List<Question> asked = asked(prepared.scene(), index);
        float[] tokens = new float[questions * LONGEST];
        float[] wanted = new float[questions];
        float[] types = new float[questions];
        for (int i = 0; i < questions; i++) {
            // a scene of which little can be asked has fewer questions; they are asked again
            Question question = asked.get(i % asked.size());
            System.arraycopy(padded(question.text()), 0, tokens, i * LONGEST, LONGEST);
            wanted[i] = number(answerIds, question.answer());
            types[i] = TYPES.indexOf(question.type());
        }
        return new Example(
                List.of(
                        prepared.picture(),
                        new HostArray(tokens, new Shape(questions, LONGEST)),
                        new HostArray(wanted, new Shape(questions)),
                        new HostArray(types, new Shape(questions))));
    }

    private List<Question> asked(Scene scene, long seed) {
        return Questions.of(scene, questions, seed);
    }

    private float[] padded(String question) {
        float[] padded = new float[LONGEST];
        List<String> split = Arrays.asList(question.replace("?", " ?").split(" ", -1));
        for (int i = 0; i < split.size(); i++) {
            padded[i] = number(ids, split.get(i));
        }
        return padded;
    }

    private static int number(Map<String, Integer> numbers, String text) {
        Integer number = numbers.get(text);
        if (number == null) {
            throw new IllegalStateException("questions have a new word or answer: " + text);
        }
        return number;
    }
}
