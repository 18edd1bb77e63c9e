package dev.wherefore.vqa.train;

import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.image.Rectangle;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Scenes as examples: the prepared picture {@code (C, H, W)}, S questions about it as token ids
 * {@code (S, L)}, their answers' numbers {@code (S)}, of which type each is {@code (S)}, where the
 * objects lie that it names to say where to look, {@code (S, 2 * 3)}: x and y from -1 to 1, and 1
 * where there is such an object, else 0; and of each of h x w places the share that no object
 * covers, {@code (1, h * w)}. Several threads may use it at once.
 */
final class SceneQuestions {

    /** The most tokens of a question, its mark among them. */
    static final int LONGEST = 14;

    /** The numbers of one named object. */
    static final int NAMED = 3;

    /** How many objects a question names at most, to say where to look. */
    static final int MOST_NAMED = 2;

    private static final int ANCHOR = NAMED * MOST_NAMED;

    /** The number of the first word's token; the special ones come before. */
    private static final int FIRST = 4;

    private static final List<QuestionType> TYPES = List.of(QuestionType.values());

    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, Integer> answerIds = new HashMap<>();
    private final List<String> words = QuestionWords.all();
    private final List<String> answers = QuestionWords.answers();
    private final TrainingScenes scenes;
    private final int questions;
    private final Ground ground;

    /**
     * @param scenes the scenes
     * @param questions how many questions about each scene, S
     * @param ground finds what no object covers
     */
    SceneQuestions(TrainingScenes scenes, int questions, Ground ground) {
        this.scenes = scenes;
        this.questions = questions;
        this.ground = ground;
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
        float[] anchors = new float[questions * ANCHOR];
        for (int i = 0; i < questions; i++) {
            // a scene of which little can be asked has fewer questions; they are asked again
            Question question = asked.get(i % asked.size());
            System.arraycopy(padded(question.text()), 0, tokens, i * LONGEST, LONGEST);
            wanted[i] = number(answerIds, question.answer());
            types[i] = number(question.type());
            System.arraycopy(anchor(prepared.scene(), question), 0, anchors, i * ANCHOR, ANCHOR);
        }
        return new Example(
                List.of(
                        prepared.picture(),
                        new HostArray(tokens, new Shape(questions, LONGEST)),
                        new HostArray(wanted, new Shape(questions)),
                        new HostArray(types, new Shape(questions)),
                        new HostArray(anchors, new Shape(questions, ANCHOR)),
                        ground.of(prepared.scene())));
    }

    /** The number that stands for a type. */
    static int number(QuestionType type) {
        return TYPES.indexOf(type);
    }

    private List<Question> asked(Scene scene, long seed) {
        return Questions.of(scene, questions, seed);
    }

    /**
     * The bench of "what is left of the bench?"; of "is the dog left of the bench?" the dog too.
     */
    private static float[] anchor(Scene scene, Question question) {
        List<Integer> named = new ArrayList<>(question.anchorObjects());
        if (question.type() == QuestionType.RELATION) {
            named.addAll(question.answerObjects());
        }
        float[] anchor = new float[ANCHOR];
        Picture picture = scene.picture();
        for (int i = 0; i < Math.min(named.size(), MOST_NAMED); i++) {
            Rectangle box = scene.objects().get(named.get(i)).box();
            anchor[i * NAMED] = (float) ((box.left() + box.right()) / picture.width() - 1);
            anchor[i * NAMED + 1] = (float) ((box.top() + box.bottom()) / picture.height() - 1);
            anchor[i * NAMED + 2] = 1;
        }
        return anchor;
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
