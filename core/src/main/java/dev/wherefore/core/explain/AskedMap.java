package dev.wherefore.core.explain;

import dev.wherefore.core.check.Check;
import dev.wherefore.core.check.CheckedMap;
import dev.wherefore.core.check.Finding;
import dev.wherefore.core.check.LayerOrder;
import dev.wherefore.core.check.PictureChange;
import dev.wherefore.core.check.RandomisedMap;
import dev.wherefore.core.image.PixelMap;
import dev.wherefore.core.image.Plane;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;

/** A map of a target, by a method or by none, that checks ask about. */
final class AskedMap implements CheckedMap {

    private final AskedTarget target;
    private final Plane heat;
    private final Function<PixelMap, Plane> ofPicture;
    private final Function<PictureChange, Plane> afterChange;
    private final Function<LayerOrder, List<RandomisedMap>> randomised;
    private final Supplier<Plane> ofOther;
    private final Map<Check, Finding> findings = new HashMap<>();

    private AskedMap(
            AskedTarget target,
            Plane heat,
            Function<PixelMap, Plane> ofPicture,
            Function<PictureChange, Plane> afterChange,
            Function<LayerOrder, List<RandomisedMap>> randomised,
            Supplier<Plane> ofOther) {
        this.target = target;
        this.heat = heat;
        this.ofPicture = ofPicture;
        this.afterChange = afterChange;
        this.randomised = randomised;
        this.ofOther = ofOther;
    }

    /** A method's map. */
    static AskedMap of(AskedTarget target, int method, Explanation explanation) {
        return new AskedMap(
                target,
                heat(explanation),
                picture -> heat(target.explained(method, picture)),
                change -> heat(target.explainedAfter(method, change)),
                order -> randomised(target, order, step -> heat(step.of(method))),
                () -> heat(target.explainedOther(method)));
    }

    /** A map that stays the same, whatever is done to the picture and to the network. */
    static AskedMap thatKnowsNothing(AskedTarget target, Plane map) {
        return new AskedMap(
                target,
                map,
                picture -> map,
                change -> map,
                order -> randomised(target, order, step -> map),
                () -> map);
    }

    private static List<RandomisedMap> randomised(
            AskedTarget target, LayerOrder order, Function<AskedTarget.Randomised, Plane> map) {
        return target.randomised(order).stream()
                .map(step -> new RandomisedMap(step.share(), map.apply(step)))
                .toList();
    }

    /**
     * The heat in [0, 1]: what speaks for the target. Pixels, which have no scale, are spread so
     * that the largest is 1.
     */
    private static Plane heat(Explanation explanation) {
        Plane measured = explanation.measured();
        float full = explanation.pixels().isPresent() && measured.max() > 0 ? measured.max() : 1;
        return measured.map(v -> v > 0 ? Math.min(1, v / full) : 0);
    }

    @Override
    public Plane heat() {
        return heat;
    }

    @Override
    public PixelMap picture() {
        return target.picture();
    }

    @Override
    public double[] confidences(List<PixelMap> changed) {
        return target.confidences(changed);
    }

    @Override
    public double[] confidencesAfter(List<PictureChange> changes) {
        return target.confidencesAfter(changes);
    }

    @Override
    public Plane mapOf(PixelMap changed) {
        return ofPicture.apply(changed);
    }

    @Override
    public Plane mapAfter(PictureChange change) {
        return afterChange.apply(change);
    }

    @Override
    public List<RandomisedMap> randomised(LayerOrder order) {
        return randomised.apply(order);
    }

    @Override
    public Plane ofOtherTarget() {
        return ofOther.get();
    }

    @Override
    public Finding finding(Check check) {
        Finding known = findings.get(check);
        if (known == null) {
            known = check.of(this);
            findings.put(check, known);
        }
        return known;
    }

    @Override
    public SplittableRandom dice() {
        return new SplittableRandom(target.seed());
    }
}
