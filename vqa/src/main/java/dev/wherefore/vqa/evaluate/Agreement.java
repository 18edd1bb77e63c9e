package dev.wherefore.vqa.evaluate;

import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.image.PixelMap;
import dev.wherefore.core.image.Plane;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** The mean rank correlations of the methods' maps with something else. */
final class Agreement {

    private final String with;
    private final Map<String, DoubleSummaryStatistics> byMethod = new LinkedHashMap<>();

    /**
     * @param with what the maps are compared with, in a few words
     */
    Agreement(String with) {
        this.with = with;
    }

    /** What is compared of a method that explains pixels is its pixels. */
    static Plane map(Explanation explanation) {
        return explanation.pixels().map(PixelMap::magnitude).orElseGet(explanation::heat);
    }

    /** Takes up a correlation; a map that is the same everywhere has none. */
    void add(String method, OptionalDouble correlation) {
        correlation.ifPresent(byMethod.computeIfAbsent(method, m -> new DoubleSummaryStatistics()));
    }

    /** The means by method. */
    Map<String, Double> quality() {
        Map<String, Double> quality = new LinkedHashMap<>();
        byMethod.forEach(
                (method, sum) ->
                        quality.put(
                                "rank correlation with %s: %s".formatted(with, method),
                                sum.getAverage()));
        return quality;
    }
}
