package dev.wherefore.core.scene.language;

import dev.wherefore.core.scene.Scene;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks about a scene what can be answered by looking at it, in the manner of VQA.
 *
 * <p>Of yes and no, a scene's questions have one as often as the other but for one question; of
 * counts, colours, kinds and types none comes before the others have had their turn. An object of
 * which something can be seen, but too little to be present, is in doubt: nothing is asked whose
 * answer would depend on it. Questions and answers have fewer than 90 and 50 different words.
 *
 * <p>The manner of asking follows Goyal, Khot, Summers-Stay, Batra, Parikh: "Making the V in VQA
 * Matter", CVPR 2017, arXiv:1612.00837.
 */
public final class Questions {

    private Questions() {}

    /**
     * Returns questions about a scene, all different.
     *
     * @param scene the scene
     * @param count the most to ask, at least 1
     * @param seed which of the many to ask
     * @return as many questions as were asked for, fewer if there are not as many
     */
    public static List<Question> of(Scene scene, int count, long seed) {
        if (count < 1) {
            throw new IllegalArgumentException("count must be at least 1, found " + count);
        }
        Subject subject = Subject.of(scene);
        Choices choices = new Choices(~seed);
        List<List<Question>> byType = new ArrayList<>();
        for (QuestionType type : choices.shuffled(List.of(QuestionType.values()))) {
            byType.add(ask(type, subject, choices));
        }
        return Evenly.inTurn(byType).stream().limit(count).toList();
    }

    private static List<Question> ask(QuestionType type, Subject subject, Choices choices) {
        return switch (type) {
            case EXISTENCE -> ExistenceQuestions.of(subject, choices);
            case COUNT -> CountQuestions.of(subject, choices);
            case COLOUR -> NamingQuestions.colours(subject, choices);
            case NEIGHBOUR -> RelationQuestions.neighbours(subject, choices);
            case KIND -> NamingQuestions.kinds(subject, choices);
            case RELATION -> RelationQuestions.yesAndNo(subject, choices);
            case PLACE -> NamingQuestions.places(subject);
        };
    }
}
