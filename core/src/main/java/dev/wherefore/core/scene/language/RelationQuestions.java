package dev.wherefore.core.scene.language;

import dev.wherefore.core.scene.SceneObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Questions about how objects lie to each other. */
final class RelationQuestions {

    private RelationQuestions() {}

    /** "What is left of the bench?", where one object surely is and no other one might be. */
    static List<Question> neighbours(Subject subject, Choices choices) {
        List<Question> questions = new ArrayList<>();
        for (Mention anchor : subject.mentions().singles()) {
            for (Relation relation : Relation.values()) {
                neighbour(subject, relation, anchor).ifPresent(questions::add);
            }
        }
        return Evenly.all(questions, choices);
    }

    private static Optional<Question> neighbour(
            Subject subject, Relation relation, Mention anchor) {
        int there = anchor.indexes().get(0);
        List<SceneObject> perhaps =
                subject.mentions().seen().stream()
                        .filter(o -> o.index() != there)
                        .filter(o -> subject.graph().mayHold(relation, o.index(), there))
                        .toList();
        if (perhaps.size() != 1 || !subject.graph().holds(relation, index(perhaps), there)) {
            return Optional.empty();
        }
        return Optional.of(
                new Question(
                        QuestionType.NEIGHBOUR,
                        "what is %s %s?".formatted(relation.label(), anchor.definite()),
                        perhaps.get(0).kind().label(),
                        Mentions.indexes(perhaps),
                        anchor.indexes()));
    }

    private static int index(List<SceneObject> single) {
        return single.get(0).index();
    }

    /**
     * "Is the dog left of the bench?": as many that are so as are not. "Next to" is balanced by
     * itself, because what is denied is another pair, not the same one the other way round.
     */
    static List<Question> yesAndNo(Subject subject, Choices choices) {
        List<Question> near = new ArrayList<>();
        List<Question> others = new ArrayList<>();
        List<Mention> singles = subject.mentions().singles();
        for (Mention one : singles) {
            for (Mention other : singles) {
                for (Relation relation : Relation.values()) {
                    List<Question> questions = relation == Relation.NEXT_TO ? near : others;
                    if (!one.sharesWith(other)) {
                        ask(subject.graph(), one, relation, other).ifPresent(questions::add);
                    }
                }
            }
        }
        return Evenly.inTurn(
                choices.shuffled(
                        List.of(Evenly.yesAndNo(near, choices), Evenly.yesAndNo(others, choices))));
    }

    private static Optional<Question> ask(
            SceneGraph graph, Mention one, Relation relation, Mention other) {
        int subject = one.indexes().get(0);
        int object = other.indexes().get(0);
        if (graph.holds(relation, subject, object)) {
            return Optional.of(ask(one, relation, other, Question.YES));
        }
        return graph.isExcluded(relation, subject, object)
                ? Optional.of(ask(one, relation, other, Question.NO))
                : Optional.empty();
    }

    private static Question ask(Mention one, Relation relation, Mention other, String answer) {
        return new Question(
                QuestionType.RELATION,
                "is %s %s %s?".formatted(one.definite(), relation.label(), other.definite()),
                answer,
                one.indexes(),
                other.indexes());
    }
}
