package dev.wherefore.core.explain;

import dev.wherefore.core.image.Geometry;
import dev.wherefore.core.image.PixelMap;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.image.Size;
import dev.wherefore.core.metric.HeatOnPicture;
import java.util.Comparator;
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
 * @param heat the heatmap at the network's input size {@code (H, W)}: in [0, 1], unless {@code
 *     reading} says otherwise
 * @param pixels the attribution to each input value, for methods that give one
 * @param verdict what can be said in words
 * @param seconds the time it took: passes that pictures and targets share are divided among them,
 *     those that methods share count for each in full
 * @param reading how the heatmap is to be read
 * @param trial what was found out by trying the heatmap, where that was asked for
 * @param completenessError by how much the numbers' sum misses the score's change, for methods
 *     whose numbers shall add up to it
 * @param concepts what the last layer's activations fall into, for methods that find that out
 * @param findings what checks found out about the map, where some were asked for
 * @param passes what it cost in passes of the network
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
        Reading reading,
        Optional<MapTrial> trial,
        Optional<Float> completenessError,
        List<Concept> concepts,
        Optional<MapFindings> findings,
        Passes passes) {

    /** Keeps copies. */
    public Explanation {
        layers = List.copyOf(layers);
        raw = List.copyOf(raw);
        concepts = List.copyOf(concepts);
    }

    /**
     * Constructs an explanation whose heatmap is in [0, 1] and shows what speaks for the target.
     *
     * @param target what the number is
     * @param method the method's name
     * @param layers the tapped layers
     * @param score the number
     * @param raw the raw map of each layer
     * @param heat the heatmap in [0, 1]
     * @param pixels the attribution to each input value
     * @param verdict what can be said in words
     * @param seconds the time it took
     */
    public Explanation(
            String target,
            String method,
            List<String> layers,
            float score,
            List<Plane> raw,
            Plane heat,
            Optional<PixelMap> pixels,
            Verdict verdict,
            double seconds) {
        this(
                target,
                method,
                layers,
                score,
                raw,
                heat,
                pixels,
                verdict,
                seconds,
                Reading.USUAL,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Passes.NONE);
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
     * Returns the heatmap as it is drawn: 1 is full colour.
     *
     * @return {@code (H, W)} in [0, 1], or in [-1, 1] if {@code reading} says that it is signed
     */
    public Plane drawn() {
        float full = reading.full();
        return full == 1 ? heat : heat.map(v -> full > 0 ? v / full : 0);
    }

    /**
     * Returns the map that is measured: what speaks for the target, of a method that explains
     * pixels its pixels and not the map it began with.
     *
     * @return {@code (H, W)}, of any scale; for pixels the largest magnitude over the channels
     */
    public Plane measured() {
        return pixels.map(PixelMap::magnitude).orElseGet(this::drawn);
    }

    /**
     * Returns the map that is measured, laid on the picture.
     *
     * @param geometry which part of the picture the network saw
     * @return the heat in the picture's own pixels
     */
    public HeatOnPicture onPicture(Geometry geometry) {
        return new HeatOnPicture(geometry.onPicture(measured()), verdict == Verdict.EVIDENCE);
    }

    /**
     * Returns the signed map at the input's size: the raw maps over their largest magnitude.
     *
     * @return {@code (H, W)} in [-1, 1]
     */
    public Plane signed() {
        return reading.sign() == MapSign.SIGNED
                ? drawn()
                : reading.convention().signed(raw, heat.height(), heat.width());
    }

    /**
     * Returns the signed map of one of the layers at the input's size: its raw map over its largest
     * magnitude.
     *
     * @param layer which layer, from 0
     * @return {@code (H, W)} in [-1, 1]
     */
    public Plane signed(int layer) {
        return reading.convention().signed(List.of(raw.get(layer)), heat.height(), heat.width());
    }

    /**
     * Returns the size of the coarsest raw map: methods of the pixels have maps as fine as the
     * input.
     *
     * @param explanations of one picture
     * @return the size, nothing of no explanations
     */
    public static Optional<Size> coarsest(List<Explanation> explanations) {
        return explanations.stream()
                .map(explanation -> explanation.raw().get(0))
                .map(raw -> new Size(raw.height(), raw.width()))
                .min(Comparator.comparingInt(size -> size.height() * size.width()));
    }

    /** The same explanation, whose heatmap was tried. */
    Explanation tried(MapTrial found) {
        return with(target, method, Optional.of(found), findings);
    }

    /** The same explanation, whose map was checked. */
    Explanation checked(MapFindings found) {
        return with(target, method, trial, Optional.of(found));
    }

    /** The same explanation by a method that is called otherwise. */
    Explanation by(String name) {
        return with(target, name, trial, findings);
    }

    /**
     * Returns the same explanation of a number that is called otherwise: pictures that share a pass
     * may share a target that means something else in each.
     *
     * @param name what the number is
     * @return the explanation
     */
    public Explanation of(String name) {
        return with(name, method, trial, findings);
    }

    private Explanation with(
            String number, String way, Optional<MapTrial> tried, Optional<MapFindings> checked) {
        return new Explanation(
                number,
                way,
                layers,
                score,
                raw,
                heat,
                pixels,
                verdict,
                seconds,
                reading,
                tried,
                completenessError,
                concepts,
                checked,
                passes);
    }
}
