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
final class LocalisationErrors {

    private static final String TOP_1 = "-error-top-1";
    private static final String TOP_5 = "-error-top-5";
    private static final Metric LOCALISATION = new Localisation();

    private LocalisationErrors() {}

    /**
     * The errors in a picture.
     *
     * @param right the place of its class among the predictions, from 0; their number or more if it
     *     is not among them
     * @param truth where the class is
     * @param maps the maps of each prediction, by the methods' names, the first prediction first
     * @return by the errors' names 1 for one that was made, 0 else
     */
    static Map<String, Integer> of(int right, Truth truth, List<Map<String, HeatOnPicture>> maps) {
        Map<String, Integer> errors = new LinkedHashMap<>();
        boolean known = right < maps.size();
        errors.put("classification" + TOP_1, right == 0 ? 0 : 1);
        errors.put("classification" + TOP_5, known ? 0 : 1);
        maps.get(known ? right : 0)
                .forEach(
                        (method, map) -> {
                            boolean found = known && LOCALISATION.of(map, truth).orElse(0) == 1;
                            String of = ": " + method;
                            errors.put("localisation" + TOP_1 + of, found && right == 0 ? 0 : 1);
                            errors.put("localisation" + TOP_5 + of, found ? 0 : 1);
                        });
        return errors;
    }
}
