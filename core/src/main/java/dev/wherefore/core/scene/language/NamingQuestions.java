package dev.wherefore.core.scene.language;

import dev.wherefore.core.scene.Backdrop;
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

    /** Kinds that have colours of their own, but none of those that are asked for. */
    private static final Set<Kind> NATURAL = EnumSet.of(Kind.TREE, Kind.DOG, Kind.BIRD);

    private NamingQuestions() {}

    /** "What colour is the bus?" */
    static List<Question> colours(Subject subject, Dice dice) {
        List<Question> questions = new ArrayList<>();
        for (Mention mention : subject.mentions().list()) {
            SceneObject object = mention.objects().get(0);
            if (mention.isSingle() && mention.colour().isEmpty() && object.colour().isPresent()) {
                questions.add(
                        new Question(
                                QuestionType.COLOUR,
                                "what colour is " + mention.definite() + "?",
                                object.colour().get().label(),
                                mention.indexes(),
                                List.of()));
            }
        }
        return Evenly.all(questions, dice);
    }

    /** "What is the red thing?", "what animal is there?" */
    static List<Question> kinds(Subject subject, Dice dice) {
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
        return Evenly.all(questions, dice);
    }

    private static Optional<Question> kind(String text, List<SceneObject> found) {
        return found.size() != 1
                ? Optional.empty()
                : Optional.of(
                        new Question(
                                QuestionType.KIND,
                                text,
                                found.get(0).kind().label(),
                                Mentions.indexes(found),
                                List.of()));
    }

    /**
     * The colours that nothing has but what is said to have them: no sky, sea, sand, snow or
     * foliage, no clothes and no lamps.
     */
    private static Set<Colour> tellingColours(Subject subject) {
        boolean clear =
                subject.mentions().seen().stream()
                        .allMatch(o -> o.colour().isPresent() || NATURAL.contains(o.kind()));
        if (!clear) {
            return Set.of();
        }
        Set<Colour> colours = EnumSet.of(Colour.RED, Colour.PURPLE);
        if (subject.scene().daylight() == Daylight.DAY) {
            colours.addAll(List.of(Colour.ORANGE, Colour.PINK));
        }
        if (subject.scene().backdrop() != Backdrop.BEACH) {
            colours.add(Colour.YELLOW);
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
