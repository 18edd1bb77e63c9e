package dev.wherefore.core.explain;

import dev.wherefore.core.image.PixelMap;
import dev.wherefore.core.image.Plane;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One picture, target and method, seen in all ways.
 *
 * @param seen the explanation by each of {@link Augmentation#ALL}, in their order
 */
record SmoothedExplanation(List<Explanation> seen) {

    /** The mean of all maps, laid back on the picture; all else of the picture as it is. */
    Explanation mean() {
        Explanation asItIs = seen.get(0);
        Reading reading = asItIs.reading();
        List<Plane> raw =
                IntStream.range(0, asItIs.raw().size())
                        .mapToObj(i -> meanOf(seen.stream().map(e -> e.raw().get(i)).toList()))
                        .toList();
        Plane heat = meanOf(seen.stream().map(Explanation::heat).toList());
        Optional<PixelMap> pixels = asItIs.pixels().map(p -> meanPixels());
        boolean zeroGradient = seen.stream().allMatch(e -> e.verdict() == Verdict.ZERO_GRADIENT);
        return new Explanation(
                asItIs.target(),
                asItIs.method(),
                asItIs.layers(),
                asItIs.score(),
                raw,
                heat,
                pixels,
                Verdict.on(raw, reading.sign(), zeroGradient),
                seen.stream().mapToDouble(Explanation::seconds).sum(),
                new Reading(reading.convention(), reading.sign(), meanFull()),
                Optional.empty(),
                asItIs.completenessError(),
                asItIs.concepts(),
                Optional.empty(),
                seen.stream().map(Explanation::passes).reduce(Passes.NONE, Passes::plus));
    }

    private float meanFull() {
        return (float) seen.stream().mapToDouble(e -> e.reading().full()).average().orElse(1);
    }

    private PixelMap meanPixels() {
        return PixelMap.mean(
                IntStream.range(0, seen.size())
                        .mapToObj(
                                i ->
                                        Augmentation.ALL
                                                .get(i)
                                                .back(seen.get(i).pixels().orElseThrow()))
                        .toList());
    }

    private static Plane meanOf(List<Plane> maps) {
        return Fusion.MEAN.of(
                IntStream.range(0, maps.size())
                        .mapToObj(i -> Augmentation.ALL.get(i).back(maps.get(i)))
                        .toList());
    }
}
