package dev.wherefore.core.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.wherefore.core.explain.MapSign;
import java.util.List;
import java.util.Optional;

/**
 * A map as a browser draws it. Pictures are data URIs; maps lie on the whole picture, 0 where the
 * network saw nothing, and are to be enlarged smoothly.
 *
 * @param method the method
 * @param layers the layers; none for a method of the pixels alone
 * @param heat the heatmap as it is drawn, over its largest value: a grey PNG, 255 = 1; absent where
 *     there is no evidence to show, or where {@code sign} is signed
 * @param map the signed map over its largest magnitude: a grey PNG, 128 is 0, {@code 128 + 127
 *     sqrt(value)} is for and {@code 128 - 127 sqrt(-value)} against; absent where it says nothing
 * @param pixels the picture that a method of the pixels gives: a JPEG
 * @param sign which evidence {@code heat} shows
 * @param rawMin the smallest raw value
 * @param rawMax the largest raw value
 * @param scale the largest magnitude of a raw value: what {@code map} was divided by
 * @param box the box around the hottest region, at 15 % of the maximum: left, top, right, bottom as
 *     shares of the picture's width and height
 * @param note in words why there is no evidence to show
 * @param seconds how long it took; absent of one layer of several
 * @param concepts what a method of concepts found
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record MapView(
        String method,
        List<String> layers,
        Optional<String> heat,
        Optional<String> map,
        Optional<String> pixels,
        MapSign sign,
        float rawMin,
        float rawMax,
        float scale,
        Optional<List<Double>> box,
        Optional<String> note,
        Optional<Double> seconds,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ConceptView> concepts) {

    /** Copies the lists. */
    public MapView {
        layers = List.copyOf(layers);
        concepts = List.copyOf(concepts);
    }

    /**
     * A concept.
     *
     * @param heat how much of it is where, over its largest value: a grey PNG, 255 = 1
     * @param share what it adds to the target
     */
    public record ConceptView(String heat, float share) {}
}
