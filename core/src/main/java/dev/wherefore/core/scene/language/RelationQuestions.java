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

    /** "Is the dog left of the bench?": as many that are so as are not. */
    static List<Question> yesAndNo(Subject subject, Choices choices) {
        List<Question> questions = new ArrayList<>();
        List<Mention> singles = subject.mentions().singles();
        for (Mention one : singles) {
            for (Mention other : singles) {
                if (!one.sharesWith(other)) {
                    questions.addAll(all(subject.graph(), one, other));
                }
            }
        }
        return Evenly.yesAndNo(questions, choices);
    }

    private static List<Question> all(SceneGraph graph, Mention one, Mention other) {
        int subject = one.indexes().get(0);
        int object = other.indexes().get(0);
        List<Question> questions = new ArrayList<>();
        for (Relation relation : Relation.values()) {
            if (graph.holds(relation, subject, object)) {
                questions.add(ask(one, relation, other, Question.YES));
            } else if (graph.isExcluded(relation, subject, object)) {
                questions.add(ask(one, relation, other, Question.NO));
            }
        }
        return questions;
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
