package dev.wherefore.core.method;

import dev.wherefore.core.engine.ReluRule;
import java.util.Optional;

/**
 * The guided version of a map: guided backpropagation times the heatmap at the input's size
 * (bilinear, as in the paper). Of Grad-CAM it is Guided Grad-CAM.
 *
 * @see <a href="https://arxiv.org/abs/1610.02391">Selvaraju et al., Grad-CAM, section 3.2</a>
 */
public final class Guided implements Method {

    private final LayerMethod map;

    /**
     * Constructs a guided method.
     *
     * @param map makes the map
     */
    public Guided(LayerMethod map) {
        this.map = map;
    }

    @Override
    public MethodCard card() {
        MethodCard own = map.card();
        boolean paper = map instanceof GradCam;
        return new MethodCard(
                "guided-" + own.name(),
                "Guided " + own.title(),
                "guided backpropagation ⊙ heatmap of " + own.title(),
                "gradient at a layer and at the input, ReLU cuts",
                "2 F + 1 B + 1 b",
                "Selvaraju et al., Grad-CAM, 2017/2020, arXiv 1610.02391, section 3.2"
                        + (paper ? "" : "; " + own.source()),
                paper
                        ? "fine detail of the class asked for"
                        : "fine detail inside the map of " + own.title(),
                "inherits the outline of "
                        + own.title()
                        + " and the edges of guided backpropagation");
    }

    @Override
    public Attribution attribute(EvidenceSource source) {
        Attribution maps = map.attribute(source);
        return new Attribution(
                maps.maps(),
                Optional.of(source.atInput(ReluRule.GUIDED)),
                true,
                Optional.empty(),
                Optional.empty());
    }
}
