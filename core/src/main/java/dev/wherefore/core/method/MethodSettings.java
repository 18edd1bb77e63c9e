package dev.wherefore.core.method;

import dev.wherefore.core.experiment.config.ConfigDoc;
import dev.wherefore.core.experiment.config.ConfigNumbers;
import dev.wherefore.core.image.Fill;
import java.util.List;

/**
 * How methods are set that leave a choice. What is left out is as in the paper or package that the
 * method follows.
 *
 * @param seed what chance is drawn from, by methods that need it
 * @param occlusion for {@code occlusion}
 * @param rise for {@code rise}
 * @param noise for methods that add noise to pictures or layers
 * @param integral for {@code integrated-gradients}
 * @param concepts for {@code dff}: how many concepts a layer's activations fall into
 * @param masks for {@code score-cam}: how masks are made of a layer's channels
 * @param channels for {@code score-cam} and its kin: how many channels are tried, those that vary
 *     most; 0 for all
 */
public record MethodSettings(
        @ConfigDoc(value = "What chance is drawn from, by methods that need it.", preset = "1")
                long seed,
        @ConfigDoc(value = "How the method occlusion covers the picture.", preset = "{}")
                Occluding occlusion,
        @ConfigDoc(value = "How the method rise masks the picture.", preset = "{}") Masking rise,
        @ConfigDoc(value = "How much noise is added, by methods that add some.", preset = "{}")
                Noise noise,
        @ConfigDoc(value = "How the method integrated-gradients integrates.", preset = "{}")
                Integral integral,
        @ConfigDoc(
                        value =
                                "How many concepts the method dff lets a layer's activations fall"
                                        + " into, 1 to 8.",
                        preset = "5")
                int concepts,
        @ConfigDoc(
                        value =
                                "How score-cam makes masks of channels, as the grad-cam package"
                                    + " does (enlarge-first) or as torch-cam does (spread-first).",
                        preset = "enlarge-first")
                MaskOrder masks,
        @ConfigDoc(
                        value =
                                "How many channels score-cam, ss-cam and is-cam try, those that"
                                        + " vary most; 0 for all.",
                        preset = "0")
                int channels) {

    /** All as in the papers. */
    public static final MethodSettings USUAL =
            new MethodSettings(
                    1,
                    Occluding.USUAL,
                    Masking.USUAL,
                    Noise.USUAL,
                    Integral.USUAL,
                    5,
                    MaskOrder.ENLARGE_FIRST,
                    0);

    /** The most concepts that colours can tell apart. */
    private static final int MOST_CONCEPTS = 8;

    /** Checks the numbers. */
    public MethodSettings {
        if (concepts < 1 || concepts > MOST_CONCEPTS) {
            throw new IllegalArgumentException(
                    "concepts must be from 1 to " + MOST_CONCEPTS + ", found " + concepts);
        }
        ConfigNumbers.requireAtLeast("channels", channels, 0);
    }

    /** In which order a layer's channel becomes a mask. */
    public enum MaskOrder {
        /** Enlarged with aligned corners, then spread to [0, 1]. */
        ENLARGE_FIRST,
        /** Spread to [0, 1], then enlarged, corners not aligned. */
        SPREAD_FIRST
    }

    /**
     * How a picture is covered.
     *
     * @param window the window's height and width in pixels of the prepared picture, or one number
     * @param stride how far it moves, downwards and to the right, or one number
     * @param fill what it shows
     */
    public record Occluding(
            @ConfigDoc(
                            value = "The window's height and width in pixels, or one number.",
                            preset = "[35]")
                    List<Integer> window,
            @ConfigDoc(
                            value = "How far it moves each time, in pixels, or one number.",
                            preset = "[8]")
                    List<Integer> stride,
            @ConfigDoc(value = "What it shows.", preset = "zero") Fill fill) {

        /** As in the paper or package that the method follows. */
        public static final Occluding USUAL = new Occluding(List.of(35), List.of(8), Fill.ZERO);

        /** Checks the numbers. */
        public Occluding {
            window = pair("window", window);
            stride = pair("stride", stride);
        }

        private static List<Integer> pair(String key, List<Integer> given) {
            if (given.isEmpty() || given.size() > 2 || given.stream().anyMatch(n -> n < 1)) {
                throw new IllegalArgumentException(
                        key + " must be one or two numbers of at least 1, found " + given);
            }
            return List.of(given.get(0), given.get(given.size() - 1));
        }
    }

    /**
     * How a picture is masked by chance.
     *
     * @param masks how many masks
     * @param cells how many cells a mask has each way before it is enlarged
     * @param kept the probability that a cell is kept
     */
    public record Masking(
            @ConfigDoc(value = "How many masks.", preset = "4000") int masks,
            @ConfigDoc(
                            value = "How many cells a mask has each way before it is enlarged.",
                            preset = "7")
                    int cells,
            @ConfigDoc(value = "The probability that a cell is kept.", preset = "0.5")
                    double kept) {

        /** As in the paper or package that the method follows. */
        public static final Masking USUAL = new Masking(4000, 7, 0.5);

        /** Checks the numbers. */
        public Masking {
            ConfigNumbers.requireAtLeast("masks", masks, 1);
            ConfigNumbers.requireAtLeast("cells", cells, 1);
            if (!(kept > 0 && kept < 1)) {
                throw new IllegalArgumentException("kept must be between 0 and 1, found " + kept);
            }
        }
    }

    /**
     * How noise is added.
     *
     * @param samples how often
     * @param deviation the noise's standard deviation, as a share of the largest difference of the
     *     picture's values
     */
    public record Noise(
            @ConfigDoc(value = "How often noise is added.", preset = "25") int samples,
            @ConfigDoc(
                            value =
                                    "Its standard deviation, as a share of the largest difference"
                                            + " of the prepared picture's values.",
                            preset = "0.15")
                    double deviation) {

        /** As in the paper or package that the method follows. */
        public static final Noise USUAL = new Noise(25, 0.15);

        /** Checks the numbers. */
        public Noise {
            ConfigNumbers.requireAtLeast("samples", samples, 1);
            if (!(deviation > 0 && deviation < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "deviation must be more than 0, found " + deviation);
            }
        }
    }

    /** At which points an integral looks, and how much each counts. */
    public enum Quadrature {
        /** Gauss and Legendre's, exact for polynomials of degree 2n - 1; Captum's default. */
        GAUSS_LEGENDRE,
        /** Evenly, the ends with half the weight; as in the paper but for the ends. */
        TRAPEZOID
    }

    /**
     * How the way from the baseline to the picture is integrated over.
     *
     * @param steps how many points lie on it
     * @param quadrature which, and how much each counts
     */
    public record Integral(
            @ConfigDoc(value = "How many points lie on the way from the baseline.", preset = "50")
                    int steps,
            @ConfigDoc(value = "Which points, and how much each counts.", preset = "gauss-legendre")
                    Quadrature quadrature) {

        /** As in the paper or package that the method follows. */
        public static final Integral USUAL = new Integral(50, Quadrature.GAUSS_LEGENDRE);

        /** Checks the numbers. */
        public Integral {
            ConfigNumbers.requireAtLeast("steps", steps, 2);
        }
    }
}
