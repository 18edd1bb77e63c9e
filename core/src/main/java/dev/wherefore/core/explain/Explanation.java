package dev.wherefore.core.explain;

import dev.wherefore.core.image.Plane;
import java.util.List;
import java.util.Optional;

/**
 * Why a network gave a number, for one picture: where in it the number came from.
 *
 * @param target what the number is
 * @param method the method's name
 * @param layers the tapped layers, none for a method of the pixels alone
 * @param score the number
 * @param raw the raw map of each layer, {@code (h, w)}, before the ReLU and any scaling; for a
 *     method of the pixels alone, the largest magnitude over the channels, {@code (H, W)}
 * @param heat the heatmap in [0, 1] at the network's input size {@code (H, W)}
 * @param pixels the attribution to each input value, for methods that give one
 * @param verdict what can be said in words
 * @param seconds the time it took, passes that several explanations share divided among them
 * @param completenessError by how much the numbers' sum misses the score's change, for methods
 *     whose numbers shall add up to it
 */
public record Explanation(
        String target,
        String method,
        List<String> layers,
        float score,
        List<Plane> raw,
        Plane heat,
        Optional<PixelMap> pixels,
        Verdict verdict,
        double seconds,
        Optional<Float> completenessError) {

    /** Keeps copies. */
    public Explanation {
        layers = List.copyOf(layers);
        raw = List.copyOf(raw);
    }

    /**
     * Returns the smallest raw value over all layers.
     *
     * @return the minimum
     */
    public float rawMin() {
        return raw.stream().map(Plane::min).min(Float::compare).orElseThrow();
    }

    /**
     * Returns the largest raw value over all layers.
     *
     * @return the maximum
     */
    public float rawMax() {
        return raw.stream().map(Plane::max).max(Float::compare).orElseThrow();
    }

    /**
     * Returns the signed map at the input's size: the raw maps over their largest magnitude.
     *
     * @return {@code (H, W)} in [-1, 1]
     */
    public Plane signed() {
        return GradCamScaling.signed(raw, heat.height(), heat.width());
    }

    /**
     * Returns the same explanation of a number that is called otherwise: pictures that share a pass
     * may share a target that means something else in each.
     *
     * @param name what the number is
     * @return the explanation
     */
    public Explanation of(String name) {
        return new Explanation(
                name,
                method,
                layers,
                score,
                raw,
                heat,
                pixels,
                verdict,
                seconds,
                completenessError);
    }
}
