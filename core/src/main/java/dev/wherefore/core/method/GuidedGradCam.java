package dev.wherefore.core.method;

import dev.wherefore.core.engine.ReluRule;
import java.util.Optional;

/**
 * Guided Grad-CAM: guided backpropagation times the Grad-CAM heatmap at the input's size (bilinear,
 * as in the paper).
 *
 * @see <a href="https://arxiv.org/abs/1610.02391">Selvaraju et al., Grad-CAM, section 3.2</a>
 */
public final class GuidedGradCam implements Method {

    private final GradCam gradCam = new GradCam();

    @Override
    public MethodCard card() {
        return new MethodCard(
                "guided-grad-cam",
                "Guided Grad-CAM",
                "guided backpropagation ⊙ heatmap of Grad-CAM",
                "gradient at a layer and at the input, ReLU cuts",
                "2 F + 1 B + 1 b",
                "Selvaraju et al., Grad-CAM, 2017/2020, arXiv 1610.02391, section 3.2",
                "fine detail of the class asked for",
                "inherits the coarse outline of Grad-CAM and the edges of guided backpropagation");
    }

    @Override
    public Attribution attribute(EvidenceSource source) {
        Attribution maps = gradCam.attribute(source);
        return new Attribution(maps.maps(), Optional.of(source.atInput(ReluRule.GUIDED)), true);
    }
}
