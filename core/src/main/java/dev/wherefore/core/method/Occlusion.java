package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.image.Fill;
import dev.wherefore.core.method.MethodSettings.Occluding;
import dev.wherefore.core.method.Trials.Subject;
import java.util.Arrays;
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
        Windows windows = Windows.of(source.settings().occlusion(), size);
        int rows = source.scores().length;
        int pixels = windows.height() * windows.width();
        float[] all = new float[rows * pixels];
        Trials trials = source.trials();
        for (Subject subject : trials.subjects()) {
            float[] whole = trials.scores(subject);
            float[][] covered = scores(trials, subject, windows);
            for (int i = 0; i < whole.length; i++) {
                float[] map = windows.mean(whole[i], covered[i]);
                System.arraycopy(map, 0, all, subject.rows().get(i) * pixels, pixels);
            }
        }
        Shape shape = new Shape(rows, windows.height(), windows.width());
        return Attribution.ofMaps(List.of(pictures.getManager().create(all, shape)));
    }

    private static float[][] scores(Trials trials, Subject subject, Windows windows) {
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

    /** The places of the window, row by row. */
    private record Windows(Occluding how, int height, int width, int down, int across) {

        static Windows of(Occluding how, Shape size) {
            int height = (int) size.get(2);
            int width = (int) size.get(3);
            int down = places(height, how.window().get(0), how.stride().get(0));
            int across = places(width, how.window().get(1), how.stride().get(1));
            return new Windows(how, height, width, down, across);
        }

        private static int places(int side, int window, int stride) {
            return window >= side ? 1 : (side - window + stride - 1) / stride + 1;
        }

        int count() {
            return down * across;
        }

        private int top(int place) {
            return place / across * how.stride().get(0);
        }

        private int left(int place) {
            return place % across * how.stride().get(1);
        }

        private int bottom(int place) {
            return Math.min(height, top(place) + how.window().get(0));
        }

        private int right(int place) {
            return Math.min(width, left(place) + how.window().get(1));
        }

        NDArray covered(NDManager scope, NDArray picture, int from, int to) {
            float[] shown = new float[(to - from) * height * width];
            Arrays.fill(shown, 1);
            for (int place = from; place < to; place++) {
                for (int y = top(place); y < bottom(place); y++) {
                    int row = ((place - from) * height + y) * width;
                    Arrays.fill(shown, row + left(place), row + right(place), 0);
                }
            }
            NDArray mask = scope.create(shown, new Shape(to - from, 1, height, width));
            NDArray kept = picture.mul(mask);
            if (how.fill() == Fill.ZERO) {
                return kept;
            }
            NDArray mean = picture.mean(new int[] {3}, true).mean(new int[] {2}, true);
            return kept.add(mean.mul(mask.neg().add(1)));
        }

        float[] mean(float whole, float[] covered) {
            double[] sum = new double[height * width];
            int[] times = new int[height * width];
            for (int place = 0; place < covered.length; place++) {
                for (int y = top(place); y < bottom(place); y++) {
                    for (int x = left(place); x < right(place); x++) {
                        sum[y * width + x] += whole - covered[place];
                        times[y * width + x]++;
                    }
                }
            }
            float[] mean = new float[sum.length];
            for (int i = 0; i < mean.length; i++) {
                // a stride beyond the window's size leaves pixels that nothing covers
                mean[i] = times[i] == 0 ? 0 : (float) (sum[i] / times[i]);
            }
            return mean;
        }
    }
}
