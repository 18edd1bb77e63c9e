package dev.wherefore.core.check;

import dev.wherefore.core.check.PictureChange.Square;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.metric.MetricCard;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How badly the heat that a square covers tells what covering it costs: the mean square of {@code
 * β·h - (c(x) - c(x'))} over {@value #SAMPLES} squares, where {@code h} is the mean over all places
 * of the heat that the square covers, {@code c} the confidence and {@code x'} the picture with the
 * square set to 0, the mean colour of the preprocessing. A square's side is drawn evenly from an
 * eighth to a half of the shorter side, then its place among all where it fits; all maps of a
 * target get the same squares.
 *
 * <p>Heat has no unit, so β is the factor that fits best, {@code E[h·d] / E[h·h]} with {@code d =
 * c(x) - c(x')}: Captum's {@code infidelity} with {@code normalize=True}. It may be negative. A map
 * of zeros has β 0.
 *
 * @see <a href="https://arxiv.org/abs/1901.09392">Yeh et al., On the (In)fidelity and Sensitivity
 *     of Explanations, 2019, sections 2 and 3, with the removal of squares</a>
 */
final class Infidelity implements Check {

    private static final int SAMPLES = 32;
    private static final int SMALLEST = 8;
    private static final int LARGEST = 2;

    @Override
    public MetricCard card() {
        return new MetricCard(
                "infidelity",
                "infidelity",
                "How badly the heat below a square tells what covering it costs: the mean square.",
                0,
                1,
                false,
                "Yeh et al., 2019, arXiv 1901.09392, by squares, scaled as Captum can");
    }

    @Override
    public String passes() {
        return SAMPLES + " forward passes for each target, which all its maps share";
    }

    @Override
    public Finding of(CheckedMap map) {
        Plane heat = map.heat();
        List<Square> squares = squares(heat.height(), heat.width(), map.dice());
        double before = map.confidence();
        double[] after = map.confidencesAfter(List.copyOf(squares));
        double[] covered = new double[after.length];
        double[] costs = new double[after.length];
        for (int i = 0; i < after.length; i++) {
            covered[i] = covered(heat, squares.get(i));
            costs[i] = before - after[i];
        }
        return Finding.of(misfit(covered, costs));
    }

    /** The mean square that is left of the costs, once the heat is scaled so that least is. */
    static double misfit(double[] covered, double[] costs) {
        double products = 0;
        double squares = 0;
        for (int i = 0; i < costs.length; i++) {
            products += covered[i] * costs[i];
            squares += covered[i] * covered[i];
        }
        double factor = squares > 0 ? products / squares : 0;
        double sum = 0;
        for (int i = 0; i < costs.length; i++) {
            double error = factor * covered[i] - costs[i];
            sum += error * error;
        }
        return sum / costs.length;
    }

    private static List<Square> squares(int height, int width, SplittableRandom dice) {
        int shorter = Math.min(height, width);
        int least = Math.max(1, shorter / SMALLEST);
        int most = Math.max(least, shorter / LARGEST);
        List<Square> squares = new ArrayList<>();
        for (int i = 0; i < SAMPLES; i++) {
            int side = dice.nextInt(least, most + 1);
            int top = dice.nextInt(height - side + 1);
            squares.add(new Square(top, dice.nextInt(width - side + 1), side));
        }
        return squares;
    }

    private static double covered(Plane heat, Square square) {
        double sum = 0;
        for (int y = square.top(); y < square.top() + square.side(); y++) {
            for (int x = square.left(); x < square.left() + square.side(); x++) {
                sum += heat.at(y, x);
            }
        }
        return sum / ((double) heat.height() * heat.width());
    }
}
