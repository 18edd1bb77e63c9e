package dev.wherefore.core.evaluate;

import dev.wherefore.core.check.Curve;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The sums of one curve of a method or baseline. */
final class CurveTally {

    private final String name;
    private final Curve.Kind kind;
    private final List<Double> shares;
    private final List<MeanTally> points;

    CurveTally(Curve first) {
        this.name = first.name();
        this.kind = first.kind();
        this.shares = first.shares();
        this.points = Stream.generate(MeanTally::new).limit(first.shares().size()).toList();
    }

    /**
     * Takes up the curve of a map.
     *
     * @param curve the curve, with the same shares
     * @param weights those of its scene
     */
    void add(Curve curve, byte[] weights) {
        for (int i = 0; i < points.size(); i++) {
            points.get(i).add(curve.values().get(i), weights);
        }
    }

    CurveResult result(String source, boolean baseline) {
        return new CurveResult(
                source,
                baseline,
                name,
                kind,
                shares,
                points.stream().map(MeanTally::estimate).flatMap(Optional::stream).toList());
    }
}
