package dev.wherefore.classification;

import dev.wherefore.core.dataset.Contents;
import dev.wherefore.core.evaluate.Exhibit;
import dev.wherefore.core.evaluate.SceneNotes;
import dev.wherefore.core.explain.ExplainRequest;
import dev.wherefore.core.explain.Explainer;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.explain.Explanations;
import dev.wherefore.core.explain.PictureBatch;
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

/**
 * Explains the five classes that a network takes a picture for, and measures these maps. What is
 * found out goes into the pictures' notes, from which it is summed up.
 */
final class Predictions {

    private static final int MOST = 5;
    private static final int TOLERANCE = 15;
    private static final String ERROR = "error: ";
    private static final String MOST_RAW = "largest raw value: ";
    private static final String HIT = "hit: ";

    /** In the place of a hit, where the class is not there. */
    private static final double ABSENT = -1;

    private final ClassScores scores;
    private final LabelClasses labels;
    private final EvaluationKeys keys;
    private final Function<List<Target>, ExplainRequest> request;
    private final Map<String, Mean> errors = new LinkedHashMap<>();
    private final Map<String, RejectionTally> rejections = new LinkedHashMap<>();
    private final Metric pointing = new PointingGame(TOLERANCE);
    private int pictures;

    /** A mean of numbers that are taken up one by one. */
    private static final class Mean {

        private double sum;
        private int count;

        void add(double value) {
            sum += value;
            count++;
        }
    }

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
     * Notes what is found out about pictures.
     *
     * @param explainer of the network
     * @param inputs the pictures as the network takes them
     * @param scenes the pictures
     * @param batch the same, prepared
     * @param said what the network said of them
     * @param notes those of each picture
     */
    void note(
            Explainer explainer,
            Inputs inputs,
            List<Exhibit> scenes,
            PictureBatch batch,
            Explanations said,
            List<SceneNotes.Taker> notes) {
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
            note(
                    scenes.get(i).contents(),
                    batch.pictures().get(i).geometry(),
                    ranked.get(i),
                    explained.pictures().get(i),
                    notes.get(i));
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

    private void note(
            Contents contents,
            Geometry geometry,
            List<Integer> ranks,
            List<Explanation> explanations,
            SceneNotes.Taker notes) {
        int methods = explanations.size() / ranks.size();
        List<Map<String, HeatOnPicture>> maps = new ArrayList<>();
        for (int rank = 0; rank < ranks.size(); rank++) {
            Map<String, HeatOnPicture> own = new LinkedHashMap<>();
            for (Explanation explanation :
                    explanations.subList(rank * methods, (rank + 1) * methods)) {
                HeatOnPicture heat = explanation.onPicture(geometry);
                own.put(explanation.method(), heat);
                if (keys.rejection().isPresent()) {
                    reject(contents, ranks.get(rank), explanation, heat, notes);
                }
            }
            maps.add(own);
        }
        if (keys.localisationError()) {
            localise(contents, ranks, maps, notes);
        }
    }

    /** A class that is no label of the pictures, or may be there or not, is left out. */
    private void reject(
            Contents contents,
            int index,
            Explanation explanation,
            HeatOnPicture heat,
            SceneNotes.Taker notes) {
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
        notes.add(MOST_RAW + explanation.method(), explanation.rawMax());
        notes.add(HIT + explanation.method(), hit.orElse(ABSENT));
    }

    /** Pictures of several classes have no one right prediction. */
    private void localise(
            Contents contents,
            List<Integer> ranks,
            List<Map<String, HeatOnPicture>> maps,
            SceneNotes.Taker notes) {
        if (contents.labels().size() != 1) {
            return;
        }
        String label = contents.labels().iterator().next();
        Optional<Integer> index = labels.of(label);
        Optional<Truth> truth = contents.truth(label);
        if (index.isPresent() && truth.isPresent()) {
            int place = ranks.indexOf(index.get());
            LocalisationErrors.of(place < 0 ? ranks.size() : place, truth.get(), maps)
                    .forEach((name, error) -> notes.add(ERROR + name, error));
        }
    }

    /** Takes up what was noted of a picture. */
    void takeUp(SceneNotes notes) {
        for (String name : notes.numbers().keySet()) {
            if (name.startsWith(ERROR)) {
                String error = name.substring(ERROR.length());
                notes.forEach(name, errors.computeIfAbsent(error, e -> new Mean())::add);
            } else if (name.startsWith(MOST_RAW)) {
                takeUp(name.substring(MOST_RAW.length()), notes);
            }
        }
        pictures++;
    }

    private void takeUp(String method, SceneNotes notes) {
        Optional<Double> threshold = keys.rejection().flatMap(RejectionConfig::threshold);
        RejectionTally tally =
                rejections.computeIfAbsent(method, m -> new RejectionTally(threshold));
        List<Double> most = notes.numbers().getOrDefault(MOST_RAW + method, List.of());
        List<Double> hits = notes.numbers().getOrDefault(HIT + method, List.of());
        for (int i = 0; i < most.size(); i++) {
            double hit = hits.get(i);
            tally.add(
                    pictures,
                    most.get(i),
                    hit == ABSENT ? OptionalDouble.empty() : OptionalDouble.of(hit));
        }
    }

    /** The numbers by name. */
    Map<String, Double> quality() {
        Map<String, Double> quality = new LinkedHashMap<>();
        errors.forEach((name, mean) -> quality.put(name, mean.sum / mean.count));
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
