package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.method.Trials.Subject;
import java.util.List;

/**
 * Occlusion sensitivity: how much the score falls where a window covers the picture, at each pixel
 * the mean over all windows that cover it, as in Captum. The window moves by the stride until it
 * covers the last pixel, and may stick out there.
 *
 * @see <a href="https://arxiv.org/abs/1311.2901">Zeiler and Fergus, Visualizing and Understanding
 *     Convolutional Networks, 2014, section 4.2; Selvaraju et al., Grad-CAM, figure 1e</a>
 */
public final class Occlusion implements Method {

    @Override
    public MethodCard card() {
        return new MethodCard(
                "occlusion",
                "Occlusion",
                "mean over the windows that cover a pixel of (y - y covered)",
                "a pass for each of W places of a window",
                "W F",
                "Zeiler and Fergus, 2014, arXiv 1311.2901, section 4.2; Selvaraju et al., figure"
                        + " 1e",
                "what the network does when something is gone, whatever it is made of",
                "slow; depends on the window's size, and on what it shows");
    }

    @Override
    public boolean needsLayer() {
        return false;
    }

    @Override
    public Attribution attribute(EvidenceSource source) {
        NDArray pictures = source.pictures();
        Shape size = pictures.getShape();
        CoveringWindow windows = CoveringWindow.of(source.settings().occlusion(), size);
        int rows = source.scores().length;
        int pixels = windows.height() * windows.width();
        float[] all = new float[rows * pixels];
        Trials trials = source.trials();
        for (Subject subject : trials.subjects()) {
            float[] whole = trials.scores(subject);
            float[][] covered = scores(trials, subject, windows);
            for (int i = 0; i < whole.length; i++) {
                float[] map = windows.meanDrop(whole[i], covered[i]);
                System.arraycopy(map, 0, all, subject.rows().get(i) * pixels, pixels);
            }
        }
        Shape shape = new Shape(rows, windows.height(), windows.width());
        return Attribution.ofMaps(List.of(pictures.getManager().create(all, shape)));
    }

    private static float[][] scores(Trials trials, Subject subject, CoveringWindow windows) {
        try (NDArray picture = trials.picture(subject)) {
            return trials.ofPictures(
                    subject,
                    windows.count(),
                    (scope, from, to) -> {
                        scope.tempAttachAll(new NDList(picture));
                        return windows.covered(scope, picture, from, to);
                    });
        }
    }
}
