package dev.wherefore.core.check;

import dev.wherefore.core.image.PixelMap;
import dev.wherefore.core.metric.MetricCard;
import java.util.List;

/**
 * How much the confidence falls when the picture is multiplied by the heat: {@code max(0, c - c')},
 * absolute as in the {@code grad-cam} package; the paper divides by {@code c}.
 *
 * @see <a href="https://arxiv.org/abs/1710.11063">Chattopadhay et al., Grad-CAM++, 2018, section
 *     4.1</a>
 */
final class Drop implements Check {

    @Override
    public MetricCard card() {
        return new MetricCard(
                "drop",
                "drop in confidence",
                "How much the confidence falls when the picture is multiplied by the map.",
                0,
                1,
                false,
                "Chattopadhay et al., 2018, arXiv 1710.11063, section 4.1, absolute");
    }

    @Override
    public String passes() {
        return "1 forward pass for each map, and 1 for each target";
    }

    @Override
    public Finding of(CheckedMap map) {
        return Finding.of(Math.max(0, map.confidence() - masked(map)));
    }

    /** The confidence in the picture multiplied by the heat. */
    static double masked(CheckedMap map) {
        return map.finding(Masked.INSTANCE).value().orElseThrow();
    }

    /** The confidence itself, which several checks want. */
    private static final class Masked implements Check {

        static final Masked INSTANCE = new Masked();

        @Override
        public MetricCard card() {
            return new MetricCard("masked", "masked", "", 0, 1, true, "");
        }

        @Override
        public String passes() {
            return "1 forward pass for each map";
        }

        @Override
        public Finding of(CheckedMap map) {
            PixelMap masked = map.picture().times(map.heat());
            return Finding.of(map.confidences(List.of(masked))[0]);
        }
    }
}
