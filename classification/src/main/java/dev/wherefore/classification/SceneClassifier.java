package dev.wherefore.classification;

import ai.djl.ndarray.NDManager;
import dev.wherefore.core.check.CheckPlan;
import dev.wherefore.core.check.Need;
import dev.wherefore.core.dataset.Contents;
import dev.wherefore.core.evaluate.Exhibit;
import dev.wherefore.core.evaluate.ExplainedScene;
import dev.wherefore.core.evaluate.LocatedLabel;
import dev.wherefore.core.evaluate.SceneBatch;
import dev.wherefore.core.evaluate.SceneExplainer;
import dev.wherefore.core.evaluate.SceneNotes;
import dev.wherefore.core.evaluate.ScoredLabel;
import dev.wherefore.core.explain.ExplainRequest;
import dev.wherefore.core.explain.Explainer;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.explain.Explanations;
import dev.wherefore.core.explain.PictureBatch;
import dev.wherefore.core.image.PreparedPicture;
import dev.wherefore.core.metric.Truth;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.target.ClassTarget;
import dev.wherefore.core.target.Likelihood;
import dev.wherefore.core.target.ScoreKind;
import dev.wherefore.core.target.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Explains the logit of each label that a picture shows. Pictures of one size share a pass though
 * they show different things: the first target is each picture's first label, the second its
 * second, and so on; where a picture shows fewer than the others, what fills its place is thrown
 * away.
 */
final class SceneClassifier implements SceneExplainer {

    private final TriedClassifier tried;
    private final Explainer explainer;
    private final Map<String, Integer> classes;
    private final List<String> facts;
    private final List<String> methods;
    private final Predictions predictions;
    private final Function<List<Target>, ExplainRequest> request;

    /**
     * @param tried the network; closed with this
     * @param labels which class is which label
     * @param methods what the maps of each target are called
     * @param predictions measures what the network takes pictures for
     * @param request what to ask for, given the targets
     */
    SceneClassifier(
            TriedClassifier tried,
            LabelClasses labels,
            List<String> methods,
            Predictions predictions,
            Function<List<Target>, ExplainRequest> request) {
        this.tried = tried;
        this.explainer = new Explainer(tried.network());
        this.classes = labels.classes();
        this.facts = Stream.concat(tried.facts().stream(), labels.facts().stream()).toList();
        this.methods = List.copyOf(methods);
        this.predictions = predictions;
        this.request = request;
    }

    @Override
    public List<String> labels() {
        return List.copyOf(classes.keySet());
    }

    @Override
    public List<String> methods() {
        return methods;
    }

    @Override
    public List<String> facts() {
        return facts;
    }

    @Override
    public Optional<String> refusal(Need need) {
        return explainer.refusal(need);
    }

    @Override
    public PreparedPicture prepare(Exhibit scene) {
        return tried.preprocessing().apply(scene.picture());
    }

    @Override
    public List<ExplainedScene> explain(SceneBatch.Alike alike) {
        List<Exhibit> scenes = alike.exhibits();
        PictureBatch batch = alike.pictures();
        List<Map<String, Truth>> truths =
                scenes.stream().map(scene -> truths(scene.contents())).toList();
        List<Target> targets = targets(truths);
        try (NDManager scope = tried.network().newScope()) {
            CheckPlan shown = alike.plan().only((i, t) -> t < truths.get(i).size());
            Inputs inputs = Inputs.of(batch.array(scope));
            Explanations explanations =
                    explainer.explain(inputs, request.apply(targets).withChecks(shown));
            List<SceneNotes.Taker> notes =
                    scenes.stream().map(scene -> new SceneNotes.Taker()).toList();
            predictions.note(explainer, inputs, scenes, batch, explanations, notes);
            List<ExplainedScene> results = new ArrayList<>();
            for (int i = 0; i < scenes.size(); i++) {
                List<ScoredLabel> labels =
                        labels(
                                explanations.vector(tried.scores().output(), i),
                                scenes.get(i).contents());
                results.add(
                        new ExplainedScene(
                                scenes.get(i),
                                batch.pictures().get(i).geometry(),
                                labels,
                                located(
                                        labels,
                                        truths.get(i),
                                        explanations.pictures().get(i),
                                        targets.size()),
                                notes.get(i).notes()));
            }
            return results;
        }
    }

    /** Where the picture shows each label that the network knows, in the labels' order. */
    private Map<String, Truth> truths(Contents contents) {
        Map<String, Truth> truths = new LinkedHashMap<>();
        classes.keySet().forEach(l -> contents.truth(l).ifPresent(t -> truths.put(l, t)));
        return truths;
    }

    /** As many targets as the picture with the most labels has, at least one. */
    private List<Target> targets(List<Map<String, Truth>> truths) {
        int count = Math.max(1, truths.stream().mapToInt(Map::size).max().orElse(0));
        int filling = classes.values().iterator().next();
        return IntStream.range(0, count)
                .mapToObj(t -> target(truths.stream().map(s -> nth(s, t, filling)).toList(), t))
                .toList();
    }

    private int nth(Map<String, Truth> shown, int place, int filling) {
        return shown.keySet().stream()
                .skip(place)
                .findFirst()
                .flatMap(label -> Optional.ofNullable(classes.get(label)))
                .orElse(filling);
    }

    private Target target(List<Integer> indexes, int place) {
        ClassScores scores = tried.scores();
        String description = "logit of each picture's label " + (place + 1);
        return new ClassTarget(
                indexes, ScoreKind.LOGIT, scores.likelihood(), scores.output(), description);
    }

    /**
     * Pictures are ordered by logits, since probabilities near 1 are rounded to the same number;
     * but logits of classes that exclude each other mean nothing from picture to picture. Nothing
     * is said of a label that may be there or not.
     */
    private List<ScoredLabel> labels(float[] scores, Contents contents) {
        Likelihood likelihood = tried.scores().likelihood();
        float[] probabilities = likelihood.probabilities(scores);
        float[] order = likelihood == Likelihood.SOFTMAX ? probabilities : scores;
        Set<String> shown = contents.labels();
        return classes.entrySet().stream()
                .filter(entry -> !contents.isOpen(entry.getKey()))
                .map(
                        entry ->
                                new ScoredLabel(
                                        entry.getKey(),
                                        order[entry.getValue()],
                                        probabilities[entry.getValue()],
                                        shown.contains(entry.getKey())))
                .toList();
    }

    /** The explanations go target by target, for each all methods. */
    private static List<LocatedLabel> located(
            List<ScoredLabel> labels,
            Map<String, Truth> truths,
            List<Explanation> explanations,
            int targets) {
        int methods = explanations.size() / targets;
        List<LocatedLabel> located = new ArrayList<>();
        Map<String, Double> probabilities =
                labels.stream()
                        .collect(Collectors.toMap(ScoredLabel::label, ScoredLabel::probability));
        truths.forEach(
                (label, truth) -> {
                    int i = located.size();
                    located.add(
                            new LocatedLabel(
                                    label,
                                    probabilities.getOrDefault(label, 0.0),
                                    truth,
                                    explanations.subList(i * methods, (i + 1) * methods)));
                });
        return located;
    }

    @Override
    public void takeUp(SceneNotes notes) {
        predictions.takeUp(notes);
    }

    @Override
    public Map<String, Double> quality() {
        return predictions.quality();
    }

    @Override
    public void close() {
        explainer.close();
        tried.network().close();
    }
}
