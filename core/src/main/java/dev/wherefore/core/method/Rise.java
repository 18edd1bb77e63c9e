package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.method.MethodSettings.Masking;
import dev.wherefore.core.method.Trials.Subject;
import java.util.List;
import java.util.SplittableRandom;

/**
 * RISE: {@code Σ_i score(x ⊙ M_i) · M_i / (N p)} over N random masks: s x s cells, each kept with
 * probability p, enlarged bilinearly to (s + 1) cells' size and cut out at a random place.
 *
 * @see <a href="https://arxiv.org/abs/1806.07421">Petsiuk et al., RISE, 2018, section 3, equation
 *     6</a>
 */
public final class Rise implements Method {

    /** How many masks are held at a time. */
    private static final int HELD = 256;

    @Override
    public MethodCard card() {
        return new MethodCard(
                "rise",
                "RISE",
                "Σ_i score(x ⊙ M_i) · M_i / (N p)",
                "a pass for each of N random masks",
                "N F",
                "Petsiuk et al., RISE, 2018, arXiv 1806.07421, section 3",
                "a map of any network at all, without gradients",
                "slow; noisy below some thousand masks; wants a probability as the score; depends"
                        + " on the seed");
    }

    @Override
    public boolean needsLayer() {
        return false;
    }

    @Override
    public Attribution attribute(EvidenceSource source) {
        NDArray pictures = source.pictures();
        int height = (int) pictures.getShape().get(2);
        int width = (int) pictures.getShape().get(3);
        Masking how = source.settings().rise();
        int rows = source.scores().length;
        double[][] sums = new double[rows][height * width];
        for (Subject subject : source.trials().subjects()) {
            for (int from = 0; from < how.masks(); from += HELD) {
                float[][] masks = new float[Math.min(HELD, how.masks() - from)][];
                for (int i = 0; i < masks.length; i++) {
                    masks[i] = mask(how, height, width, source.settings().seed(), from + i);
                }
                float[][] scores = scores(source.trials(), subject, masks, height, width);
                for (int i = 0; i < scores.length; i++) {
                    add(sums[subject.rows().get(i)], scores[i], masks);
                }
            }
        }
        float[] all = new float[rows * height * width];
        for (int i = 0; i < all.length; i++) {
            double sum = sums[i / (height * width)][i % (height * width)];
            all[i] = (float) (sum / (how.masks() * how.kept()));
        }
        Shape shape = new Shape(rows, height, width);
        return Attribution.ofMaps(List.of(pictures.getManager().create(all, shape)));
    }

    private static void add(double[] sum, float[] scores, float[][] masks) {
        for (int m = 0; m < masks.length; m++) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += (double) scores[m] * masks[m][i];
            }
        }
    }

    private static float[][] scores(
            Trials trials, Subject subject, float[][] masks, int height, int width) {
        try (NDArray picture = trials.picture(subject)) {
            return trials.ofPictures(
                    subject,
                    masks.length,
                    (scope, from, to) -> {
                        scope.tempAttachAll(new NDList(picture));
                        float[] some = new float[(to - from) * height * width];
                        for (int i = from; i < to; i++) {
                            int start = (i - from) * height * width;
                            System.arraycopy(masks[i], 0, some, start, height * width);
                        }
                        Shape shape = new Shape(to - from, 1, height, width);
                        return picture.mul(scope.create(some, shape));
                    });
        }
    }

    /** One mask, the same for the same seed and number. */
    private static float[] mask(Masking how, int height, int width, long seed, int number) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
        int cells = how.cells();
        float[] kept = new float[cells * cells];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = random.nextDouble() < how.kept() ? 1 : 0;
        }
        int cellHeight = (height + cells - 1) / cells;
        int cellWidth = (width + cells - 1) / cells;
        Plane large =
                Plane.of(cells, cells, kept)
                        .resizeBilinear((cells + 1) * cellHeight, (cells + 1) * cellWidth);
        int top = random.nextInt(cellHeight);
        int left = random.nextInt(cellWidth);
        float[] mask = new float[height * width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                mask[y * width + x] = large.at(top + y, left + x);
            }
        }
        return mask;
    }
}
