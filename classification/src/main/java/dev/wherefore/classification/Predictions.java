package dev.wherefore.classification;

import dev.wherefore.core.dataset.Contents;
import dev.wherefore.core.evaluate.Exhibit;
import dev.wherefore.core.explain.ExplainRequest;
import dev.wherefore.core.explain.Explainer;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.explain.Explanations;
import dev.wherefore.core.explain.PictureBatch;
import dev.wherefore.core.explain.Verdict;
import dev.wherefore.core.image.Geometry;
import dev.wherefore.core.metric.HeatOnPicture;
import dev.wherefore.core.metric.Metric;
import dev.wherefore.core.metric.PointingGame;
import dev.wherefore.core.metric.Truth;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.target.ClassTarget;
import dev.wherefore.core.target.Ranking;
import dev.wherefore.core.target.ScoreKind;
import dev.wherefore.core.target.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Explains the five classes that a network takes a picture for, and measures these maps. */
final class Predictions {

    private static final int MOST = 5;
    private static final int TOLERANCE = 15;

    private final ClassScores scores;
    private final LabelClasses labels;
    private final EvaluationKeys keys;
    private final Function<List<Target>, ExplainRequest> request;
    private final LocalisationTally localisation = new LocalisationTally();
    private final Map<String, RejectionTally> rejections = new LinkedHashMap<>();
    private final Metric pointing = new PointingGame(TOLERANCE);
    private int pictures;

    /**
     * @param scores what the network's output means
     * @param labels which class is which label
     * @param keys what is measured
     * @param request what to ask for, given the targets
     */
    Predictions(
            ClassScores scores,
            LabelClasses labels,
            EvaluationKeys keys,
            Function<List<Target>, ExplainRequest> request) {
        this.scores = scores;
        this.labels = labels;
        this.keys = keys;
        this.request = request;
    }

    /**
     * Takes up pictures.
     *
     * @param explainer of the network
     * @param inputs the pictures as the network takes them
     * @param scenes the pictures
     * @param batch the same, prepared
     * @param said what the network said of them
     */
    void add(
            Explainer explainer,
            Inputs inputs,
            List<Exhibit> scenes,
            PictureBatch batch,
            Explanations said) {
        if (!keys.localisationError() && keys.rejection().isEmpty()) {
            return;
        }
        List<List<Integer>> ranked =
                IntStream.range(0, scenes.size())
                        .mapToObj(i -> Ranking.of(said.vector(scores.output(), i)))
                        .map(all -> all.subList(0, Math.min(MOST, all.size())))
                        .toList();
        List<Target> targets =
                IntStream.range(0, ranked.get(0).size())
                        .mapToObj(rank -> target(ranked, rank))
                        .toList();
        Explanations explained = explainer.explain(inputs, request.apply(targets));
        for (int i = 0; i < scenes.size(); i++) {
            add(
                    scenes.get(i).contents(),
                    batch.pictures().get(i).geometry(),
                    ranked.get(i),
                    explained.pictures().get(i));
        }
    }

    private Target target(List<List<Integer>> ranked, int rank) {
        return new ClassTarget(
                ranked.stream().map(ranks -> ranks.get(rank)).toList(),
                ScoreKind.LOGIT,
                scores.likelihood(),
                scores.output(),
                "logit of each picture's prediction " + (rank + 1));
    }

    private void add(
            Contents contents,
            Geometry geometry,
            List<Integer> ranks,
            List<Explanation> explanations) {
        int methods = explanations.size() / ranks.size();
        List<Map<String, HeatOnPicture>> maps = new ArrayList<>();
        for (int rank = 0; rank < ranks.size(); rank++) {
            Map<String, HeatOnPicture> own = new LinkedHashMap<>();
            for (Explanation explanation :
                    explanations.subList(rank * methods, (rank + 1) * methods)) {
                HeatOnPicture heat =
                        new HeatOnPicture(
                                geometry.onPicture(explanation.measured()),
                                explanation.verdict() == Verdict.EVIDENCE);
                own.put(explanation.method(), heat);
                if (keys.rejection().isPresent()) {
                    reject(contents, ranks.get(rank), explanation, heat);
                }
            }
            maps.add(own);
        }
        if (keys.localisationError()) {
            localise(contents, ranks, maps);
        }
        pictures++;
    }

    /** A class that is no label of the pictures, or may be there or not, is left out. */
    private void reject(Contents contents, int index, Explanation explanation, HeatOnPicture heat) {
        Optional<String> label = labels.label(index).filter(l -> !contents.isOpen(l));
        if (label.isEmpty()) {
            return;
        }
        Optional<Truth> truth = contents.truth(label.get());
        if (contents.labels().contains(label.get()) && truth.isEmpty()) {
            return;
        }
        OptionalDouble hit =
                truth.isPresent() ? pointing.of(heat, truth.get()) : OptionalDouble.empty();
        rejections
                .computeIfAbsent(
                        explanation.method(),
                        m ->
                                new RejectionTally(
                                        keys.rejection().flatMap(RejectionConfig::threshold)))
                .add(pictures, explanation.rawMax(), hit);
    }

    /** Pictures of several classes have no one right prediction. */
    private void localise(
            Contents contents, List<Integer> ranks, List<Map<String, HeatOnPicture>> maps) {
        if (contents.labels().size() != 1) {
            return;
        }
        String label = contents.labels().iterator().next();
        Optional<Integer> index = labels.of(label);
        Optional<Truth> truth = contents.truth(label);
        if (index.isPresent() && truth.isPresent()) {
            int place = ranks.indexOf(index.get());
            localisation.add(place < 0 ? ranks.size() : place, truth.get(), maps);
        }
    }

    /** The numbers by name. */
    Map<String, Double> quality() {
        Map<String, Double> quality = new LinkedHashMap<>(localisation.quality());
        rejections.forEach(
                (method, tally) ->
                        tally.share()
                                .ifPresent(
                                        share -> {
                                            quality.put(
                                                    "pointing-game-rejection: " + method, share);
                                            quality.put(
                                                    "rejection-threshold: " + method,
                                                    tally.threshold());
                                        }));
        return quality;
    }
}
