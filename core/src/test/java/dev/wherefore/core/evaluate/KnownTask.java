package dev.wherefore.core.evaluate;

import ai.djl.Device;
import dev.wherefore.core.check.Need;
import dev.wherefore.core.experiment.config.ConfigDoc;
import dev.wherefore.core.experiment.config.TaskConfig;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.explain.Verdict;
import dev.wherefore.core.image.Geometry;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.image.Point;
import dev.wherefore.core.image.PreparedPicture;
import dev.wherefore.core.image.Preprocessing;
import dev.wherefore.core.metric.Truth;
import dev.wherefore.core.scene.Kind;
import dev.wherefore.core.scene.Mask;
import dev.wherefore.core.scene.Scene;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A task without a network that knows the truth. The method {@code right} gives the mask as its
 * map, {@code wrong} everything else, {@code silent} nothing. Dogs are always found, cats are found
 * where none are.
 */
final class KnownTask implements EvaluationTask {

    record Keys(@ConfigDoc(value = "Nothing.", preset = "false") boolean nothing) {}

    final List<Integer> batches = new ArrayList<>();
    Optional<String> refusal = Optional.empty();
    int closed;

    @Override
    public String name() {
        return "known";
    }

    @Override
    public Class<? extends Record> keys() {
        return Keys.class;
    }

    @Override
    public boolean looksForContents() {
        return true;
    }

    @Override
    public SceneExplainer open(
            TaskConfig<EvaluateConfig> config, SceneSource scenes, Device device) {
        EvaluateConfig shared = config.shared();
        return new Known(shared.preprocess().preprocessing(), shared.explain().methods());
    }

    private final class Known implements SceneExplainer {

        private final Preprocessing preprocessing;
        private final List<String> methods;
        private final DoubleSummaryStatistics objects = new DoubleSummaryStatistics();

        Known(Preprocessing preprocessing, List<String> methods) {
            this.preprocessing = preprocessing;
            this.methods = methods;
        }

        @Override
        public List<String> labels() {
            return List.of("dog", "cat");
        }

        @Override
        public List<String> methods() {
            return methods;
        }

        @Override
        public List<String> facts() {
            return List.of("the truth is known");
        }

        @Override
        public Optional<String> refusal(Need need) {
            return need == Need.WEIGHTS ? refusal : Optional.empty();
        }

        @Override
        public PreparedPicture prepare(Exhibit scene) {
            return preprocessing.apply(scene.picture());
        }

        @Override
        public List<ExplainedScene> explain(SceneBatch.Alike scenes) {
            batches.add(scenes.exhibits().size());
            return IntStream.range(0, scenes.exhibits().size())
                    .mapToObj(
                            i ->
                                    explain(
                                            scenes.exhibits().get(i).scene().orElseThrow(),
                                            scenes.pictures().pictures().get(i)))
                    .toList();
        }

        @Override
        public void takeUp(SceneNotes notes) {
            notes.forEach("objects", objects);
        }

        @Override
        public Map<String, Double> quality() {
            return Map.of("objects a scene", objects.getAverage());
        }

        private ExplainedScene explain(Scene scene, PreparedPicture prepared) {
            SceneNotes.Taker notes = new SceneNotes.Taker();
            notes.add("objects", scene.objects().size());
            List<ScoredLabel> labels = new ArrayList<>();
            List<LocatedLabel> located = new ArrayList<>();
            for (Kind kind : List.of(Kind.DOG, Kind.CAT)) {
                Optional<Truth> truth = Truth.of(scene, kind);
                boolean said = kind == Kind.DOG == truth.isPresent();
                double probability = said ? 0.9 : 0.1;
                labels.add(
                        new ScoredLabel(kind.label(), probability, probability, truth.isPresent()));
                truth.ifPresent(
                        t ->
                                located.add(
                                        new LocatedLabel(
                                                kind.label(),
                                                probability,
                                                t,
                                                explanations(t.mask(), prepared.geometry()))));
            }
            return new ExplainedScene(
                    Exhibit.of(scene), prepared.geometry(), labels, located, notes.notes());
        }

        private List<Explanation> explanations(Mask mask, Geometry geometry) {
            return methods.stream().map(method -> explanation(method, mask, geometry)).toList();
        }

        private Explanation explanation(String method, Mask mask, Geometry geometry) {
            Plane map =
                    Plane.compute(
                            geometry.input().height(),
                            geometry.input().width(),
                            (y, x) -> value(method, mask, geometry, y, x));
            Verdict verdict =
                    method.equals("silent") ? Verdict.NO_POSITIVE_EVIDENCE : Verdict.EVIDENCE;
            return new Explanation(
                    "truth",
                    method,
                    List.of("eye"),
                    1,
                    List.of(map),
                    map,
                    Optional.empty(),
                    verdict,
                    0.1);
        }

        private float value(String method, Mask mask, Geometry geometry, int y, int x) {
            Point place = geometry.toPicture(new Point(x + 0.5, y + 0.5));
            boolean inside =
                    mask.contains((int) Math.floor(place.x()), (int) Math.floor(place.y()));
            return inside == method.equals("right") ? 1 : 0;
        }

        @Override
        public void close() {
            closed++;
        }
    }
}
