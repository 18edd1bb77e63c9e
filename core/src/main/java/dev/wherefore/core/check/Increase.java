package dev.wherefore.core.check;

import dev.wherefore.core.metric.MetricCard;

/**
 * How often the confidence rises when the picture is multiplied by the heat: 1 if it does, 0 if
 * not.
 *
 * @see <a href="https://arxiv.org/abs/1710.11063">Chattopadhay et al., Grad-CAM++, 2018, section
 *     4.1</a>
 */
final class Increase implements Check {

    @Override
    public MetricCard card() {
        return new MetricCard(
                "increase",
                "increase in confidence",
                "How often the confidence rises when the picture is multiplied by the map.",
                0,
                1,
                true,
                "Chattopadhay et al., 2018, arXiv 1710.11063, section 4.1");
    }

    @Override
    public String passes() {
        return "the same passes as drop";
    }

    @Override
    public Finding of(CheckedMap map) {
        return Finding.of(Drop.masked(map) > map.confidence() ? 1 : 0);
    }
}
