package dev.wherefore.core.metric;

import dev.wherefore.core.image.Rectangle;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The pointing game on the difficult pictures alone: those where the boxes of what is looked for
 * have less than a quarter of the picture's area in all, and something else that is looked for is
 * there too. Elsewhere it does not apply.
 *
 * @see <a href="https://arxiv.org/abs/1608.00507">Zhang et al., Top-down Neural Attention by
 *     Excitation Backprop, 2016, section 4.1</a>
 */
public final class DifficultPointing implements Metric {

    private static final double LARGE = 0.25;

    private final PointingGame game;

    /**
     * Constructs the game.
     *
     * @param tolerance how far beside the object still hits, in pixels of the picture, at least 0
     */
    public DifficultPointing(int tolerance) {
        this.game = new PointingGame(tolerance);
    }

    @Override
    public MetricCard card() {
        MetricCard all = game.card();
        return new MetricCard(
                all.name() + "-difficult",
                all.title() + ", difficult",
                "The same of small things that are not alone in their picture.",
                all.least(),
                all.most(),
                all.higherIsBetter(),
                all.source());
    }

    /** {@inheritDoc} Of a thing that is alone: it never applies. */
    @Override
    public OptionalDouble of(HeatOnPicture heat, Truth truth) {
        return of(heat, truth, List.of());
    }

    @Override
    public OptionalDouble of(HeatOnPicture heat, Truth truth, List<Located> others) {
        truth.requireSizeOf(heat);
        double area = truth.boxes().stream().mapToDouble(DifficultPointing::area).sum();
        boolean small = area < LARGE * truth.mask().width() * truth.mask().height();
        // a word and its phrase speak of the same boxes
        boolean alone = others.stream().allMatch(o -> o.truth().boxes().equals(truth.boxes()));
        return small && !alone ? game.of(heat, truth) : OptionalDouble.empty();
    }

    private static double area(Rectangle box) {
        return box.width() * box.height();
    }
}
