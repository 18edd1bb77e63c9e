package dev.wherefore.core.scene.language;

import dev.wherefore.core.scene.Kind;
import dev.wherefore.core.scene.SceneObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** "How many birds are there?", "how many animals are there?": from 0 to 5. */
final class CountQuestions {

    /** The largest number that is an answer. */
    static final int MOST = 5;

    private CountQuestions() {}

    static List<Question> of(Subject subject, Choices choices) {
        List<Question> questions = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            String what = String.join(" ", Nouns.plural(kind));
            ask(subject, what, o -> o.kind() == kind).ifPresent(questions::add);
        }
        ask(subject, "animals", o -> Nouns.isAnimal(o.kind())).ifPresent(questions::add);
        return Evenly.all(questions, choices);
    }

    private static Optional<Question> ask(
            Subject subject, String what, Predicate<SceneObject> sort) {
        return subject.mentions()
                .all(sort)
                .filter(found -> found.size() <= MOST)
                .map(
                        found ->
                                new Question(
                                        QuestionType.COUNT,
                                        "how many " + what + " are there?",
                                        String.valueOf(found.size()),
                                        Mentions.indexes(found),
                                        List.of()));
    }
}
