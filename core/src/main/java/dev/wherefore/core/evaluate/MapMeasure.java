package dev.wherefore.core.evaluate;

import dev.wherefore.core.check.Finding;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.explain.MapFindings;
import dev.wherefore.core.explain.Verdict;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Lays maps on their pictures and measures them, and the baselines beside them. */
final class MapMeasure {

    private final List<Metric> metrics;
    private final List<Baseline> baselines;
    private final int checks;
    private final Metric pointing = new PointingGame(0);

    MapMeasure(EvaluateConfig config, Metrics metrics, Baselines baselines) {
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
     * @param seconds the time it took, if it is a method's
     */
    private record Laid(
            String source, HeatOnPicture heat, List<Finding> findings, OptionalDouble seconds) {}

    /**
     * The maps of things in a scene.
     *
     * @param located the things
     * @return for each its maps: those of the methods, then those of the baselines
     */
    List<List<MeasuredMap>> maps(ExplainedScene scene, List<LocatedLabel> located) {
        List<List<Laid>> laid = located.stream().map(one -> laid(scene, one)).toList();
        List<List<MeasuredMap>> maps = new ArrayList<>();
        for (int i = 0; i < laid.size(); i++) {
            List<MeasuredMap> own = new ArrayList<>();
            for (int source = 0; source < laid.get(i).size(); source++) {
                own.add(measured(laid, located, i, source));
            }
            maps.add(own);
        }
        return maps;
    }

    private List<Laid> laid(ExplainedScene scene, LocatedLabel located) {
        List<Laid> laid = new ArrayList<>();
        Geometry geometry = scene.geometry();
        for (Explanation explanation : located.explanations()) {
            HeatOnPicture heat =
                    new HeatOnPicture(
                            geometry.onPicture(explanation.measured()),
                            explanation.verdict() == Verdict.EVIDENCE);
            laid.add(
                    new Laid(
                            explanation.method(),
                            heat,
                            explanation.findings().map(MapFindings::own).orElse(List.of()),
                            OptionalDouble.of(explanation.seconds())));
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
            laid.add(new Laid(baseline.name(), heat, found, OptionalDouble.empty()));
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
                map.heat(),
                values,
                checked,
                map.findings().stream().flatMap(finding -> finding.curves().stream()).toList(),
                map.seconds(),
                pointing.of(map.heat(), located.get(own).truth()).orElse(0));
    }
}
