package dev.wherefore.classification;

import dev.wherefore.core.metric.HeatOnPicture;
import dev.wherefore.core.metric.Localisation;
import dev.wherefore.core.metric.Metric;
import dev.wherefore.core.metric.Truth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * ILSVRC's errors, of pictures of one class: a prediction is right if it is the class, and, for
 * localisation, if the box of the predicted class's map also overlaps one of its boxes by an IoU of
 * one half at least. Of the first five predictions one must be right.
 *
 * @see <a href="https://arxiv.org/abs/1409.0575">Russakovsky et al., ImageNet Large Scale Visual
 *     Recognition Challenge, 2015, section 4.2</a>
 * @see <a href="https://arxiv.org/abs/1610.02391">Selvaraju et al., Grad-CAM, section 4.1</a>
 */
final class LocalisationTally {

    private static final String TOP_1 = "-error-top-1";
    private static final String TOP_5 = "-error-top-5";

    private final Metric localisation = new Localisation();
    private final Map<String, Integer> wrong = new LinkedHashMap<>();
    private int pictures;

    /**
     * Takes up a picture.
     *
     * @param right the place of its class among the predictions, from 0; their number or more if it
     *     is not among them
     * @param truth where the class is
     * @param maps the maps of each prediction, by the methods' names, the first prediction first
     */
    void add(int right, Truth truth, List<Map<String, HeatOnPicture>> maps) {
        pictures++;
        boolean known = right < maps.size();
        count("classification" + TOP_1, "", right == 0);
        count("classification" + TOP_5, "", known);
        maps.get(known ? right : 0)
                .forEach(
                        (method, map) -> {
                            boolean found = known && localisation.of(map, truth).orElse(0) == 1;
                            count("localisation" + TOP_1, ": " + method, found && right == 0);
                            count("localisation" + TOP_5, ": " + method, found);
                        });
    }

    private void count(String error, String of, boolean right) {
        wrong.merge(error + of, right ? 0 : 1, Integer::sum);
    }

    /** The errors by name, from 0 to 1; none without a picture. */
    Map<String, Double> quality() {
        Map<String, Double> quality = new LinkedHashMap<>();
        wrong.forEach((name, count) -> quality.put(name, count / (double) pictures));
        return quality;
    }
}
