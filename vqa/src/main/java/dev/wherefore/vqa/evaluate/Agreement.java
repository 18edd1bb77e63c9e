package dev.wherefore.vqa.evaluate;

import dev.wherefore.core.evaluate.SceneNotes;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.image.PixelMap;
import dev.wherefore.core.image.Plane;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** The mean rank correlations of the methods' maps with something else. */
final class Agreement {

    private final String name;
    private final Map<String, DoubleSummaryStatistics> byName = new LinkedHashMap<>();

    /**
     * @param with what the maps are compared with, in a few words
     */
    Agreement(String with) {
        this.name = "rank correlation with %s: ".formatted(with);
    }

    /** What is compared of a method that explains pixels is its pixels. */
    static Plane map(Explanation explanation) {
        return explanation.pixels().map(PixelMap::magnitude).orElseGet(explanation::heat);
    }

    /** Notes a correlation; a map that is the same everywhere has none. */
    void note(String method, OptionalDouble correlation, SceneNotes.Taker taker) {
        correlation.ifPresent(value -> taker.add(name + method, value));
    }

    /** Takes up what was noted of a picture. */
    void takeUp(SceneNotes notes) {
        for (String noted : notes.numbers().keySet()) {
            if (noted.startsWith(name)) {
                notes.forEach(
                        noted, byName.computeIfAbsent(noted, n -> new DoubleSummaryStatistics()));
            }
        }
    }

    /** The means by method. */
    Map<String, Double> quality() {
        Map<String, Double> quality = new LinkedHashMap<>();
        byName.forEach((noted, sum) -> quality.put(noted, sum.getAverage()));
        return quality;
    }
}
