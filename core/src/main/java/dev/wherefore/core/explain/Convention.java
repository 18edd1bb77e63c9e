package dev.wherefore.core.explain;

import dev.wherefore.core.image.Plane;
import java.util.List;

/**
 * Whose way raw maps become heatmaps: the same method looks different in every tool, since each
 * cuts, scales and enlarges in its own way.
 */
public enum Convention {
    /** As the {@code grad-cam} Python package. */
    GRAD_CAM,
    /** As Captum: nothing is scaled, and maps are enlarged without smoothing. */
    CAPTUM,
    /** As torch-cam. */
    TORCH_CAM,
    /** As the paper's own code, {@code ramprs/grad-cam} for Torch. */
    PAPER;

    /**
     * Returns whether heatmaps are scaled to [0, 1]; otherwise they are in the raw map's unit.
     *
     * @return false for {@link #CAPTUM} alone
     */
    public boolean scales() {
        return scaling().scales();
    }

    Scaling scaling() {
        return switch (this) {
            case GRAD_CAM -> new GradCamScaling();
            case CAPTUM -> new CaptumScaling();
            case TORCH_CAM -> new TorchCamScaling();
            case PAPER -> new PaperScaling();
        };
    }

    /** The signed map in [-1, 1]: the raw maps over their largest magnitude, enlarged, averaged. */
    Plane signed(List<Plane> raw, int height, int width) {
        return scaling()
                .signed(raw, raw.stream().map(MapSign.SIGNED::largest).toList(), height, width);
    }
}
