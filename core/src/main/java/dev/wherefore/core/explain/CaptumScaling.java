package dev.wherefore.core.explain;

import dev.wherefore.core.image.Interpolation;
import dev.wherefore.core.image.Plane;
import java.util.List;

/**
 * The way of Captum's {@code LayerGradCam} with {@code relu_attributions=True}, {@code
 * LayerAttribution.interpolate} and {@code GuidedGradCam}: nothing is scaled, and the map is
 * enlarged by nearest neighbour. Captum keeps the maps of several layers apart.
 */
final class CaptumScaling implements Scaling {

    @Override
    public Interpolation interpolation() {
        return Interpolation.NEAREST;
    }

    @Override
    public boolean scales() {
        return false;
    }

    @Override
    public Plane heat(List<Plane> evidence, Fusion fusion, int height, int width) {
        return interpolation().resize(evidence.get(0), height, width);
    }
}
