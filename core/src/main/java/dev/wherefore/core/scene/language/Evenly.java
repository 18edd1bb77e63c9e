package dev.wherefore.core.scene.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts questions in an order in which no answer comes more often than it must. */
final class Evenly {

    private Evenly() {}

    /** Takes a question of each answer in turn, for as long as there are any. */
    static List<Question> all(List<Question> questions, Choices choices) {
        Map<String, List<Question>> groups = byAnswer(questions, choices);
        List<Question> ordered = new ArrayList<>();
        for (int round = 0; ordered.size() < questions.size(); round++) {
            ordered.addAll(round(groups, round, choices));
        }
        return ordered;
    }

    /** Takes as many of yes as of no, in pairs of either order; the others are left out. */
    static List<Question> yesAndNo(List<Question> questions, Choices choices) {
        Map<String, List<Question>> groups = byAnswer(questions, choices);
        List<Question> yes = groups.getOrDefault(Question.YES, List.of());
        List<Question> no = groups.getOrDefault(Question.NO, List.of());
        List<Question> ordered = new ArrayList<>();
        for (int i = 0; i < Math.min(yes.size(), no.size()); i++) {
            ordered.addAll(choices.shuffled(List.of(yes.get(i), no.get(i))));
        }
        return ordered;
    }

    /** Takes a question of each list in turn, for as long as there are any. */
    static List<Question> inTurn(List<List<Question>> lists) {
        List<Question> ordered = new ArrayList<>();
        int longest = lists.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < longest; i++) {
            for (List<Question> list : lists) {
                list.stream().skip(i).findFirst().ifPresent(ordered::add);
            }
        }
        return ordered;
    }

    private static List<Question> round(
            Map<String, List<Question>> groups, int round, Choices choices) {
        return choices.shuffled(
                groups.values().stream()
                        .filter(group -> round < group.size())
                        .map(group -> group.get(round))
                        .toList());
    }

    private static Map<String, List<Question>> byAnswer(List<Question> questions, Choices choices) {
        return choices.shuffled(questions).stream()
                .collect(
                        Collectors.groupingBy(Question::answer, TreeMap::new, Collectors.toList()));
    }
}
