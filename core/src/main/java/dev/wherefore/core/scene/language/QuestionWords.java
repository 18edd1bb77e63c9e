package dev.wherefore.core.scene.language;

import dev.wherefore.core.scene.Backdrop;
import dev.wherefore.core.scene.Colour;
import dev.wherefore.core.scene.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All words that {@link Questions} can use, of whatever scene, and all answers. */
public final class QuestionWords {

    /** The words that belong to no list of things. */
    private static final List<String> ASKING =
            List.of(
                    "?", "a", "an", "animal", "animals", "are", "colour", "how", "in", "is", "many",
                    "the", "there", "thing", "this", "wearing", "what", "where");

    private QuestionWords() {}

    /**
     * Returns the words of the questions, the question mark among them.
     *
     * @return the words in lower case, in alphabetical order
     */
    public static List<String> all() {
        TreeSet<String> words = new TreeSet<>(ASKING);
        for (Kind kind : Kind.values()) {
            words.addAll(Nouns.singular(kind));
            words.addAll(Nouns.plural(kind));
        }
        for (Relation relation : Relation.values()) {
            words.addAll(relation.words());
        }
        Stream.of(Colour.values()).map(Colour::label).forEach(words::add);
        return List.copyOf(words);
    }

    /**
     * Returns the answers.
     *
     * @return yes and no, the counts, colours, kinds and places, each sort in its own order
     */
    public static List<String> answers() {
        List<String> answers = new ArrayList<>(List.of(Question.YES, Question.NO));
        IntStream.rangeClosed(0, CountQuestions.MOST)
                .mapToObj(String::valueOf)
                .forEach(answers::add);
        Stream.of(Colour.values()).map(Colour::label).forEach(answers::add);
        Stream.of(Kind.values()).map(Kind::label).forEach(answers::add);
        Stream.of(Backdrop.values())
                .map(place -> place.name().toLowerCase(Locale.ROOT))
                .forEach(answers::add);
        return List.copyOf(answers);
    }
}
