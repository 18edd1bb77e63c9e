package dev.wherefore.vqa.evaluate;

import dev.wherefore.core.evaluate.Exhibit;
import dev.wherefore.core.metric.Truth;
import dev.wherefore.core.scene.Scene;
import dev.wherefore.core.scene.language.Question;
import dev.wherefore.core.scene.language.QuestionType;
import dev.wherefore.core.scene.language.Questions;
import dev.wherefore.core.text.UnknownWords;
import dev.wherefore.vqa.asking.QuestionTokens;
import dev.wherefore.vqa.data.AskedQuestion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Questions about scenes, of which it is known which objects decide the answers. */
final class SceneQuiz implements Quiz {

    private final QuestionTokens tokens;
    private final int questions;
    private final int[] any;

    /**
     * @param tokens makes ids of questions
     * @param questions how many about each scene
     * @param first a scene to try a network with
     */
    SceneQuiz(QuestionTokens tokens, int questions, Exhibit first) {
        this.tokens = tokens;
        this.questions = questions;
        this.any = about(first).get(0).asked().ids();
    }

    @Override
    public List<String> labels() {
        return Stream.of(QuestionType.values()).map(SceneQuiz::label).toList();
    }

    private static String label(QuestionType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<Posed> about(Exhibit exhibit) {
        Scene scene = exhibit.scene().orElseThrow();
        return Questions.of(scene, questions, scene.seed()).stream()
                .map(question -> posed(scene, question))
                .toList();
    }

    private Posed posed(Scene scene, Question question) {
        String label = label(question.type());
        AskedQuestion plain =
                new AskedQuestion(
                        OptionalLong.empty(),
                        question.text(),
                        Optional.of(question.answer()),
                        List.of(),
                        Optional.of(label));
        return new Posed(
                tokens.ask(plain, UnknownWords.MAP), label, Truth.of(scene, deciding(question)));
    }

    /** A relation is decided by both of its objects, whatever is asked for by what it is. */
    private static List<Integer> deciding(Question question) {
        return question.type() == QuestionType.RELATION
                ? Stream.of(question.answerObjects(), question.anchorObjects())
                        .flatMap(List::stream)
                        .distinct()
                        .toList()
                : question.answerObjects();
    }

    @Override
    public int[] any() {
        return any.clone();
    }

    @Override
    public List<String> facts() {
        return List.of(
                "maps are measured for answers that are right, against the objects that decide"
                        + " them");
    }
}
