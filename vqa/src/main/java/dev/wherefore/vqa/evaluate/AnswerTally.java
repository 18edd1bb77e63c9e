package dev.wherefore.vqa.evaluate;

import dev.wherefore.core.evaluate.SceneNotes;
import dev.wherefore.core.target.Ranking;
import dev.wherefore.vqa.VqaModel;
import dev.wherefore.vqa.asking.Answers;
import dev.wherefore.vqa.score.VqaAccuracy;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/** How right answers are, with and without the picture, for each type of questions and in all. */
final class AnswerTally {

    private static final String ALL = "accuracy";
    private static final String BLANK = " without the picture";

    private final VqaModel model;
    private final DoubleSummaryStatistics all = new DoubleSummaryStatistics();
    private final DoubleSummaryStatistics blank = new DoubleSummaryStatistics();
    private final Map<String, DoubleSummaryStatistics> byType = new LinkedHashMap<>();
    private final Map<String, DoubleSummaryStatistics> blankByType = new LinkedHashMap<>();

    /**
     * @param model whose answers they are
     * @param labels the types of questions, in the order of tables
     */
    AnswerTally(VqaModel model, List<String> labels) {
        this.model = model;
        for (String label : labels) {
            byType.put(label, new DoubleSummaryStatistics());
            blankByType.put(label, new DoubleSummaryStatistics());
        }
    }

    /** Notes how right answers are, and returns it, or nothing where that is not known. */
    Optional<Double> note(Posed posed, Answers answers, SceneNotes.Taker taker) {
        if (posed.asked().question().accepted().isEmpty()) {
            return Optional.empty();
        }
        double accuracy = accuracy(posed, answers.scores());
        taker.add(noted(posed.label(), ALL), accuracy);
        answers.withoutPicture()
                .ifPresent(
                        scores ->
                                taker.add(
                                        noted(posed.label(), ALL + BLANK),
                                        accuracy(posed, scores)));
        return Optional.of(accuracy);
    }

    private static String noted(String label, String what) {
        return label + ": " + what;
    }

    /** Takes up what was noted of a picture's answers. */
    void takeUp(SceneNotes notes) {
        byType.forEach((label, own) -> notes.forEach(noted(label, ALL), both(all, own)));
        blankByType.forEach(
                (label, own) -> notes.forEach(noted(label, ALL + BLANK), both(blank, own)));
    }

    private static DoubleConsumer both(DoubleConsumer one, DoubleConsumer other) {
        return one.andThen(other);
    }

    private static DoubleSummaryStatistics statistics(
            Map<String, DoubleSummaryStatistics> all, String label) {
        return Optional.ofNullable(all.get(label)).orElseThrow();
    }

    private double accuracy(Posed posed, float[] scores) {
        String answer = model.answers().name(Ranking.of(scores).get(0));
        return VqaAccuracy.of(answer, posed.asked().question().accepted());
    }

    /** The means, in all and by type. */
    Map<String, Double> quality() {
        Map<String, Double> quality = new LinkedHashMap<>();
        put(quality, ALL, all);
        put(quality, ALL + BLANK, blank);
        byType.forEach(
                (type, own) -> {
                    if (own.getCount() > 0) {
                        quality.put(type + ": questions", (double) own.getCount());
                    }
                    put(quality, type + ": " + ALL, own);
                    put(quality, type + ": " + ALL + BLANK, statistics(blankByType, type));
                });
        return quality;
    }

    private static void put(
            Map<String, Double> quality, String name, DoubleSummaryStatistics numbers) {
        if (numbers.getCount() > 0) {
            quality.put(name, numbers.getAverage());
        }
    }
}
