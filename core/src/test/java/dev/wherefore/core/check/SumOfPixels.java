package dev.wherefore.core.check;

import dev.wherefore.core.image.PixelMap;
import dev.wherefore.core.image.Plane;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A map of a network whose confidence is a function of the picture, by default the sum of its
 * values, and whose maps are another function of it.
 */
final class SumOfPixels implements CheckedMap {

    private final PixelMap picture;
    private final Function<PixelMap, Plane> maps;
    private final ToDoubleFunction<PixelMap> confidence;
    int asked;
    List<RandomisedMap> randomised = List.of();
    Plane other = Plane.of(1, 1, new float[1]);

    SumOfPixels(PixelMap picture, Function<PixelMap, Plane> maps) {
        this(picture, maps, SumOfPixels::sum);
    }

    SumOfPixels(
            PixelMap picture,
            Function<PixelMap, Plane> maps,
            ToDoubleFunction<PixelMap> confidence) {
        this.picture = picture;
        this.maps = maps;
        this.confidence = confidence;
    }

    static double sum(PixelMap picture) {
        double sum = 0;
        for (float value : picture.toArray()) {
            sum += value;
        }
        return sum;
    }

    @Override
    public Plane heat() {
        return maps.apply(picture);
    }

    @Override
    public PixelMap picture() {
        return picture;
    }

    @Override
    public double[] confidences(List<PixelMap> changed) {
        asked += changed.size();
        return changed.stream().mapToDouble(confidence).toArray();
    }

    @Override
    public double[] confidencesAfter(List<PictureChange> changes) {
        return changes.stream().map(c -> c.of(picture)).mapToDouble(confidence).toArray();
    }

    @Override
    public Plane mapOf(PixelMap changed) {
        return maps.apply(changed);
    }

    @Override
    public Plane mapAfter(PictureChange change) {
        return maps.apply(change.of(picture));
    }

    @Override
    public List<RandomisedMap> randomised(LayerOrder order) {
        return randomised;
    }

    @Override
    public Plane ofOtherTarget() {
        return other;
    }

    @Override
    public Finding finding(Check check) {
        return check.of(this);
    }

    @Override
    public SplittableRandom dice() {
        return new SplittableRandom(7);
    }
}
