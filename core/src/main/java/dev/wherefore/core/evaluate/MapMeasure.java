package dev.wherefore.core.evaluate;

import dev.wherefore.core.check.Finding;
import dev.wherefore.core.dataset.FaultCounts;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.explain.MapFindings;
import dev.wherefore.core.image.Geometry;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.image.Size;
import dev.wherefore.core.metric.Baseline;
import dev.wherefore.core.metric.Baselines;
import dev.wherefore.core.metric.HeatOnPicture;
import dev.wherefore.core.metric.Metric;
import dev.wherefore.core.metric.Metrics;
import dev.wherefore.core.metric.PointingGame;
import dev.wherefore.core.metric.Sight;
import dev.wherefore.core.metric.Truth;
import dev.wherefore.core.scene.Mask;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Lays maps on their pictures and measures them, and the baselines beside them. */
final class MapMeasure {

    private final List<Metric> metrics;
    private final List<Baseline> baselines;
    private final int checks;
    private final Optional<Segmentation> segmentation;
    private final Metric pointing = new PointingGame(0);

    /**
     * @param segmentation cuts pictures by their maps, where that is asked for
     */
    MapMeasure(
            EvaluateConfig config,
            Metrics metrics,
            Baselines baselines,
            Optional<Segmentation> segmentation) {
        this.segmentation = segmentation;
        this.metrics = config.metrics().stream().map(metrics::get).toList();
        this.baselines = config.baselines().stream().map(baselines::get).toList();
        this.checks = config.checks().size();
    }

    /**
     * A map on its picture.
     *
     * @param source the method or baseline
     * @param heat the heat
     * @param findings what each check found; none where it was not checked
     * @param made what a method says of it, if it is a method's
     */
    private record Laid(
            String source,
            HeatOnPicture heat,
            List<Finding> findings,
            Optional<Explanation> made) {}

    /**
     * Measures all maps of a scene: those of the methods, then those of the baselines.
     *
     * @param index the scene's place among all
     * @param scene the scene
     */
    SeenScene of(int index, ExplainedScene scene) {
        List<LocatedLabel> located =
                scene.located().stream()
                        .filter(one -> isSeen(one.truth(), scene.geometry()))
                        .toList();
        List<List<Laid>> laid = located.stream().map(one -> laid(scene, one)).toList();
        List<MeasuredLabel> labels = new ArrayList<>();
        for (int i = 0; i < laid.size(); i++) {
            List<MeasuredMap> own = new ArrayList<>();
            for (int source = 0; source < laid.get(i).size(); source++) {
                own.add(measured(laid, located, i, source));
            }
            LocatedLabel label = located.get(i);
            labels.add(
                    new MeasuredLabel(
                            label.label(), label.probability(), label.truth().share(), own));
        }
        MeasuredScene numbers =
                new MeasuredScene(
                        index,
                        scene.exhibit().number(),
                        scene.exhibit().picture().name(),
                        scene.labels(),
                        scene.located().size() - located.size(),
                        labels,
                        scene.notes(),
                        cuts(scene, located, laid),
                        leftOut(scene.exhibit()),
                        true);
        return new SeenScene(
                numbers,
                Optional.of(scene.exhibit().picture()),
                located.stream().map(one -> one.truth().mask()).toList(),
                laid.stream().map(own -> own.stream().map(Laid::heat).toList()).toList());
    }

    private static Map<String, Integer> leftOut(Exhibit exhibit) {
        FaultCounts faults = new FaultCounts();
        exhibit.contents().leftOut().forEach(faults::add);
        return faults.byWords();
    }

    private Map<String, List<LabelOverlap>> cuts(
            ExplainedScene scene, List<LocatedLabel> located, List<List<Laid>> laid) {
        if (segmentation.isEmpty() || located.isEmpty()) {
            return Map.of();
        }
        Map<String, List<HeatOnPicture>> heats = new LinkedHashMap<>();
        for (int source = 0; source < laid.get(0).size(); source++) {
            int own = source;
            heats.put(
                    laid.get(0).get(source).source(),
                    laid.stream().map(label -> label.get(own).heat()).toList());
        }
        return segmentation.get().cut(scene, located, heats);
    }

    /** Whether the network saw any of it: no map can point at what was cut off. */
    private static boolean isSeen(Truth truth, Geometry geometry) {
        Mask mask = truth.mask();
        return IntStream.range(0, mask.height() * mask.width())
                .filter(i -> mask.contains(i % mask.width(), i / mask.width()))
                .anyMatch(i -> geometry.covers(i / mask.width(), i % mask.width()));
    }

    private List<Laid> laid(ExplainedScene scene, LocatedLabel located) {
        List<Laid> laid = new ArrayList<>();
        Geometry geometry = scene.geometry();
        for (Explanation explanation : located.explanations()) {
            HeatOnPicture heat = explanation.onPicture(geometry);
            laid.add(
                    new Laid(
                            explanation.method(),
                            heat,
                            explanation.findings().map(MapFindings::own).orElse(List.of()),
                            Optional.of(explanation)));
        }
        Size grid = Explanation.coarsest(located.explanations()).orElse(geometry.input());
        long seed = 31 * scene.exhibit().number() + located.label().hashCode();
        Optional<MapFindings> any =
                located.explanations().stream()
                        .flatMap(explanation -> explanation.findings().stream())
                        .findFirst();
        Picture picture = scene.exhibit().picture();
        Sight sight =
                new Sight(
                        geometry,
                        grid,
                        seed,
                        () -> Plane.compute(picture.height(), picture.width(), picture::luma));
        for (Baseline baseline : baselines) {
            HeatOnPicture heat = HeatOnPicture.of(baseline.map(sight));
            List<Finding> found =
                    any.flatMap(f -> Optional.ofNullable(f.baselines().get(baseline.name())))
                            .orElse(List.of());
            laid.add(new Laid(baseline.name(), heat, found, Optional.empty()));
        }
        return laid;
    }

    private MeasuredMap measured(
            List<List<Laid>> laid, List<LocatedLabel> located, int own, int source) {
        Laid map = laid.get(own).get(source);
        List<Metric.Located> others = new ArrayList<>();
        for (int i = 0; i < laid.size(); i++) {
            if (i != own) {
                others.add(
                        new Metric.Located(laid.get(i).get(source).heat(), located.get(i).truth()));
            }
        }
        List<OptionalDouble> values = new ArrayList<>();
        for (Metric metric : metrics) {
            values.add(metric.of(map.heat(), located.get(own).truth(), others));
        }
        boolean checked = !map.findings().isEmpty();
        for (int check = 0; check < checks; check++) {
            values.add(checked ? map.findings().get(check).value() : OptionalDouble.empty());
        }
        return new MeasuredMap(
                map.source(),
                map.heat().evidence(),
                values,
                checked,
                map.findings().stream().flatMap(finding -> finding.curves().stream()).toList(),
                map.made().stream().mapToDouble(Explanation::seconds).findFirst(),
                map.made().map(Explanation::passes),
                pointing.of(map.heat(), located.get(own).truth()).orElse(0));
    }
}
