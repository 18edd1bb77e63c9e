package dev.wherefore.classification;

import dev.wherefore.core.experiment.Finding;
import dev.wherefore.core.experiment.Passage;
import dev.wherefore.core.experiment.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The classes of a picture as a report shows them: the most probable ones, and those that were
 * explained.
 *
 * @param predictions all classes, the most probable first
 * @param findings target by target, for each all methods
 * @param methods how many methods there are
 */
record ClassPassage(List<Prediction> predictions, List<Finding> findings, int methods) {

    private static final int MOST = 10;

    Passage passage() {
        List<String> explained = new ArrayList<>();
        List<Passage.Piece> also = new ArrayList<>();
        for (int i = 0; i < findings.size(); i += methods) {
            Finding finding = findings.get(i);
            boolean isClass = predictions.stream().anyMatch(p -> p.label().equals(finding.title()));
            if (!isClass || explained.contains(finding.title())) {
                also.add(piece(finding, i / methods));
            }
            explained.add(finding.title());
        }
        List<Passage.Bar> bars =
                Stream.concat(
                                predictions.stream().limit(MOST),
                                predictions.stream()
                                        .skip(MOST)
                                        .filter(p -> explained.contains(p.label())))
                        .map(p -> bar(p, explained.indexOf(p.label())))
                        .toList();
        return new Passage(
                Passage.Kind.CLASSES,
                "classes",
                List.of(),
                Optional.empty(),
                bars,
                "probability of each class",
                also,
                List.of());
    }

    private static Passage.Piece piece(Finding finding, int target) {
        return new Passage.Piece(
                finding.title(),
                Optional.of(target),
                Optional.empty(),
                finding.explanation().target());
    }

    private static Passage.Bar bar(Prediction prediction, int target) {
        return new Passage.Bar(
                prediction.label(),
                prediction.probability(),
                Optional.empty(),
                "",
                target < 0 ? Optional.empty() : Optional.of(target));
    }
}
