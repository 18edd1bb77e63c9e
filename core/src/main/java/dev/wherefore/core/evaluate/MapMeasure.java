package dev.wherefore.core.evaluate;

import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.explain.PixelMap;
import dev.wherefore.core.explain.Verdict;
import dev.wherefore.core.image.Geometry;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.image.Size;
import dev.wherefore.core.metric.Baseline;
import dev.wherefore.core.metric.Baselines;
import dev.wherefore.core.metric.HeatOnPicture;
import dev.wherefore.core.metric.Metric;
import dev.wherefore.core.metric.Metrics;
import dev.wherefore.core.metric.PointingGame;
import dev.wherefore.core.metric.Truth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lays maps on their pictures and measures them, and the baselines beside them. */
final class MapMeasure {

    private final List<Metric> metrics;
    private final List<Baseline> baselines;
    private final Metric pointing = new PointingGame(0);

    MapMeasure(EvaluateConfig config, Metrics metrics, Baselines baselines) {
        this.metrics = config.metrics().stream().map(metrics::get).toList();
        this.baselines = config.baselines().stream().map(baselines::get).toList();
    }

    /** The maps of one thing: those of the methods, then those of the baselines. */
    List<MeasuredMap> maps(ExplainedScene scene, LocatedLabel located) {
        List<MeasuredMap> maps = new ArrayList<>();
        Geometry geometry = scene.geometry();
        for (Explanation explanation : located.explanations()) {
            HeatOnPicture heat =
                    new HeatOnPicture(
                            geometry.onPicture(heat(explanation)),
                            explanation.verdict() == Verdict.EVIDENCE);
            maps.add(measured(explanation.method(), heat, located.truth()));
        }
        Size grid = grid(located.explanations(), geometry);
        long seed = 31 * scene.exhibit().number() + located.label().hashCode();
        for (Baseline baseline : baselines) {
            HeatOnPicture heat = HeatOnPicture.of(baseline.map(geometry, grid, seed));
            maps.add(measured(baseline.name(), heat, located.truth()));
        }
        return maps;
    }

    /**
     * What is measured of a method that explains pixels is its pixels, not the map it began with.
     */
    private static Plane heat(Explanation explanation) {
        return explanation.pixels().map(PixelMap::magnitude).orElseGet(explanation::drawn);
    }

    /** The size of the coarsest raw map: methods of the pixels have maps as fine as the input. */
    private static Size grid(List<Explanation> explanations, Geometry geometry) {
        return explanations.stream()
                .map(explanation -> explanation.raw().get(0))
                .map(raw -> new Size(raw.height(), raw.width()))
                .min(Comparator.comparingInt(size -> size.height() * size.width()))
                .orElse(geometry.input());
    }

    private MeasuredMap measured(String source, HeatOnPicture heat, Truth truth) {
        return new MeasuredMap(
                source,
                heat,
                metrics.stream().map(metric -> metric.of(heat, truth)).toList(),
                pointing.of(heat, truth).orElse(0));
    }
}
