package dev.wherefore.classification;

import ai.djl.ndarray.NDManager;
import dev.wherefore.core.check.CheckPlan;
import dev.wherefore.core.check.Need;
import dev.wherefore.core.evaluate.Exhibit;
import dev.wherefore.core.evaluate.ExplainedScene;
import dev.wherefore.core.evaluate.LocatedLabel;
import dev.wherefore.core.evaluate.SceneBatch;
import dev.wherefore.core.evaluate.SceneExplainer;
import dev.wherefore.core.evaluate.ScoredLabel;
import dev.wherefore.core.explain.ExplainRequest;
import dev.wherefore.core.explain.Explainer;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.explain.Explanations;
import dev.wherefore.core.explain.PictureBatch;
import dev.wherefore.core.image.PreparedPicture;
import dev.wherefore.core.metric.Truth;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.scene.Kind;
import dev.wherefore.core.scene.Scene;
import dev.wherefore.core.target.ClassTarget;
import dev.wherefore.core.target.Likelihood;
import dev.wherefore.core.target.ScoreKind;
import dev.wherefore.core.target.Target;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Explains the logit of each kind that a scene shows. Scenes of one size share a pass though they
 * show different kinds: the first target is each scene's first kind, the second its second, and so
 * on; where a scene shows fewer than the others, what fills its place is thrown away.
 */
final class SceneClassifier implements SceneExplainer {

    private final TriedClassifier tried;
    private final Explainer explainer;
    private final Map<Kind, Integer> classes;
    private final List<String> facts;
    private final List<String> methods;
    private final Function<List<Target>, ExplainRequest> request;

    /**
     * @param tried the network; closed with this
     * @param kinds which class is which kind
     * @param methods what the maps of each target are called
     * @param request what to ask for, given the targets
     */
    SceneClassifier(
            TriedClassifier tried,
            KindClasses kinds,
            List<String> methods,
            Function<List<Target>, ExplainRequest> request) {
        this.tried = tried;
        this.explainer = new Explainer(tried.network());
        this.classes = kinds.classes();
        this.facts = Stream.concat(tried.facts().stream(), kinds.facts().stream()).toList();
        this.methods = List.copyOf(methods);
        this.request = request;
    }

    @Override
    public List<String> labels() {
        return classes.keySet().stream().map(Kind::label).toList();
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
    public List<ExplainedScene> explain(SceneBatch scenes) {
        List<ExplainedScene> results = new ArrayList<>();
        for (PictureBatch batch : PictureBatch.of(scenes.pictures())) {
            results.addAll(
                    explain(
                            scenes.exhibits().subList(batch.from(), batch.to()),
                            batch,
                            scenes.plan()));
        }
        return results;
    }

    private List<ExplainedScene> explain(List<Exhibit> scenes, PictureBatch batch, CheckPlan plan) {
        List<Map<Kind, Truth>> truths =
                scenes.stream().map(e -> truths(e.scene().orElseThrow())).toList();
        List<Target> targets = targets(truths);
        try (NDManager scope = tried.network().newScope()) {
            CheckPlan shown = plan.only((i, t) -> t < truths.get(i).size());
            Explanations explanations =
                    explainer.explain(
                            Inputs.of(batch.array(scope)),
                            request.apply(targets).withChecks(shown));
            List<ExplainedScene> results = new ArrayList<>();
            for (int i = 0; i < scenes.size(); i++) {
                List<ScoredLabel> labels =
                        labels(explanations.vector(tried.scores().output(), i), truths.get(i));
                results.add(
                        new ExplainedScene(
                                scenes.get(i),
                                batch.pictures().get(i).geometry(),
                                labels,
                                located(
                                        labels,
                                        truths.get(i),
                                        explanations.pictures().get(i),
                                        targets.size())));
            }
            return results;
        }
    }

    /** Where the scene shows each kind that the network knows, in the kinds' order. */
    private Map<Kind, Truth> truths(Scene scene) {
        Map<Kind, Truth> truths = new EnumMap<>(Kind.class);
        classes.keySet().forEach(k -> Truth.of(scene, k).ifPresent(t -> truths.put(k, t)));
        return truths;
    }

    /** As many targets as the scene with the most kinds has, at least one. */
    private List<Target> targets(List<Map<Kind, Truth>> truths) {
        int count = Math.max(1, truths.stream().mapToInt(Map::size).max().orElse(0));
        int filling = classes.values().iterator().next();
        return IntStream.range(0, count)
                .mapToObj(t -> target(truths.stream().map(s -> nth(s, t, filling)).toList(), t))
                .toList();
    }

    private int nth(Map<Kind, Truth> shown, int place, int filling) {
        return shown.keySet().stream()
                .skip(place)
                .findFirst()
                .flatMap(kind -> Optional.ofNullable(classes.get(kind)))
                .orElse(filling);
    }

    private Target target(List<Integer> indexes, int place) {
        ClassScores scores = tried.scores();
        String description = "logit of each picture's kind " + (place + 1);
        return new ClassTarget(
                indexes, ScoreKind.LOGIT, scores.likelihood(), scores.output(), description);
    }

    /**
     * Pictures are ordered by logits, since probabilities near 1 are rounded to the same number;
     * but logits of classes that exclude each other mean nothing from picture to picture.
     */
    private List<ScoredLabel> labels(float[] scores, Map<Kind, Truth> shown) {
        Likelihood likelihood = tried.scores().likelihood();
        float[] probabilities = likelihood.probabilities(scores);
        float[] order = likelihood == Likelihood.SOFTMAX ? probabilities : scores;
        return classes.entrySet().stream()
                .map(
                        entry ->
                                new ScoredLabel(
                                        entry.getKey().label(),
                                        order[entry.getValue()],
                                        probabilities[entry.getValue()],
                                        shown.containsKey(entry.getKey())))
                .toList();
    }

    /** The explanations go target by target, for each all methods. */
    private static List<LocatedLabel> located(
            List<ScoredLabel> labels,
            Map<Kind, Truth> truths,
            List<Explanation> explanations,
            int targets) {
        int methods = explanations.size() / targets;
        List<LocatedLabel> located = new ArrayList<>();
        List<ScoredLabel> shown = labels.stream().filter(ScoredLabel::shown).toList();
        List<Truth> where = List.copyOf(truths.values());
        for (int i = 0; i < shown.size(); i++) {
            located.add(
                    new LocatedLabel(
                            shown.get(i).label(),
                            shown.get(i).probability(),
                            where.get(i),
                            explanations.subList(i * methods, (i + 1) * methods)));
        }
        return located;
    }

    @Override
    public void close() {
        explainer.close();
        tried.network().close();
    }
}
