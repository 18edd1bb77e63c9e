package dev.wherefore.core.scene.language;

import dev.wherefore.core.scene.Colour;
import dev.wherefore.core.scene.Daylight;
import dev.wherefore.core.scene.Kind;
import dev.wherefore.core.scene.SceneObject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Questions for a colour, a kind or the place. */
final class NamingQuestions {

    private NamingQuestions() {}

    /** "What colour is the bus?", "what colour is the person wearing?" */
    static List<Question> colours(Subject subject, Choices choices) {
        List<Question> questions = new ArrayList<>();
        for (Mention mention : subject.mentions().list()) {
            SceneObject object = mention.objects().get(0);
            String wearing = mention.kind() == Kind.PERSON ? " wearing" : "";
            if (mention.isSingle() && mention.colour().isEmpty() && object.colour().isPresent()) {
                questions.add(
                        new Question(
                                QuestionType.COLOUR,
                                "what colour is " + mention.definite() + wearing + "?",
                                object.colour().get().label(),
                                mention.indexes(),
                                List.of()));
            }
        }
        return Evenly.all(questions, choices);
    }

    /** "What is the red thing?", "what animal is there?" */
    static List<Question> kinds(Subject subject, Choices choices) {
        List<Question> questions = new ArrayList<>();
        subject.mentions()
                .all(o -> Nouns.isAnimal(o.kind()))
                .flatMap(animals -> kind("what animal is there?", animals))
                .ifPresent(questions::add);
        for (Colour colour : tellingColours(subject)) {
            subject.mentions()
                    .all(o -> o.colour().equals(Optional.of(colour)))
                    .flatMap(found -> kind("what is the " + colour.label() + " thing?", found))
                    .ifPresent(questions::add);
        }
        return Evenly.all(questions, choices);
    }

    private static Optional<Question> kind(String text, List<SceneObject> found) {
        return found.size() != 1 || found.get(0).kind() == Kind.PERSON
                ? Optional.empty()
                : Optional.of(
                        new Question(
                                QuestionType.KIND,
                                text,
                                found.get(0).kind().label(),
                                Mentions.indexes(found),
                                List.of()));
    }

    /** The colours that no sun, sky, sea, sand, snow, foliage or lamp has. */
    private static Set<Colour> tellingColours(Subject subject) {
        Set<Colour> colours = EnumSet.of(Colour.RED, Colour.ORANGE, Colour.PURPLE, Colour.PINK);
        if (subject.scene().daylight() == Daylight.DUSK) {
            colours.removeAll(List.of(Colour.ORANGE, Colour.PURPLE, Colour.PINK));
        }
        if (subject.mentions().seen().stream().anyMatch(o -> o.kind() == Kind.TRAFFIC_LIGHT)) {
            colours.removeAll(List.of(Colour.RED, Colour.ORANGE));
        }
        return colours;
    }

    /** "Where is this?" */
    static List<Question> places(Subject subject) {
        String answer = subject.scene().backdrop().name().toLowerCase(Locale.ROOT);
        return List.of(
                new Question(QuestionType.PLACE, "where is this?", answer, List.of(), List.of()));
    }
}
