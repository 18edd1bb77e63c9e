package dev.wherefore.core.scene.language;

import dev.wherefore.core.scene.Colour;
import dev.wherefore.core.scene.Kind;
import dev.wherefore.core.scene.Palette;
import dev.wherefore.core.scene.SceneObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * "Is there a bus?", "is there a red bus?": as many that are so as are not. The latter kind, where
 * it is not so, asks for a kind that is there in another colour, and for a colour that it comes in.
 */
final class ExistenceQuestions {

    private ExistenceQuestions() {}

    static List<Question> of(Subject subject, Choices choices) {
        List<Question> plain = new ArrayList<>();
        List<Question> coloured = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            ask(subject, kind, Optional.empty()).ifPresent(plain::add);
            if (isThereInColour(subject, kind)) {
                for (Colour colour : Palette.of(kind)) {
                    ask(subject, kind, Optional.of(colour)).ifPresent(coloured::add);
                }
            }
        }
        return Evenly.inTurn(
                choices.shuffled(
                        List.of(
                                Evenly.yesAndNo(plain, choices),
                                Evenly.yesAndNo(coloured, choices))));
    }

    private static boolean isThereInColour(Subject subject, Kind kind) {
        List<SceneObject> found = subject.mentions().all(kind, Optional.empty()).orElse(List.of());
        return !found.isEmpty() && found.stream().allMatch(o -> o.colour().isPresent());
    }

    private static Optional<Question> ask(Subject subject, Kind kind, Optional<Colour> colour) {
        String what = String.join(" ", Nouns.described(Nouns.singular(kind), colour, kind));
        return subject.mentions()
                .all(kind, colour)
                .map(
                        found ->
                                new Question(
                                        QuestionType.EXISTENCE,
                                        "is there %s %s?".formatted(Nouns.article(what), what),
                                        found.isEmpty() ? Question.NO : Question.YES,
                                        Mentions.indexes(found),
                                        List.of()));
    }
}
