package dev.wherefore.core.metric;

import dev.wherefore.core.image.Rectangle;
import java.util.OptionalDouble;

/**
 * How well the box around the hot part of the map, {@link HeatBox} at 15 % of the maximum, fits the
 * object's box: the area of what they share over the area of what either covers. Where there are
 * several objects, the one that fits best counts.
 *
 * @see <a href="https://arxiv.org/abs/1610.02391">Selvaraju et al., Grad-CAM, section 4.1</a>
 */
public final class BoxIou implements Metric {

    /** Constructs the metric. */
    public BoxIou() {}

    @Override
    public MetricCard card() {
        return new MetricCard(
                "box-iou",
                "box IoU",
                "How well the box around the heat, cut at 15 % of its maximum, fits the object's"
                        + " box: intersection over union.",
                0,
                1,
                true,
                "Selvaraju et al., 2017, arXiv 1610.02391, section 4.1");
    }

    @Override
    public OptionalDouble of(HeatOnPicture heat, Truth truth) {
        truth.requireSizeOf(heat);
        return OptionalDouble.of(best(heat, truth));
    }

    /** The IoU with the object that fits best; 0 for a map that says nothing. */
    static double best(HeatOnPicture heat, Truth truth) {
        if (!heat.evidence()) {
            return 0;
        }
        return HeatBox.of(heat.map(), HeatBox.PAPER_THRESHOLD)
                .map(box -> new Rectangle(box.x0(), box.y0(), box.x1(), box.y1()))
                .map(box -> truth.boxes().stream().mapToDouble(t -> iou(box, t)).max().orElse(0))
                .orElse(0.0);
    }

    /**
     * Returns the intersection over the union of two rectangles.
     *
     * @param a a rectangle
     * @param b another
     * @return a share from 0 to 1; 0 if neither has an area
     */
    public static double iou(Rectangle a, Rectangle b) {
        double width = Math.min(a.right(), b.right()) - Math.max(a.left(), b.left());
        double height = Math.min(a.bottom(), b.bottom()) - Math.max(a.top(), b.top());
        double shared = Math.max(width, 0) * Math.max(height, 0);
        double either = a.width() * a.height() + b.width() * b.height() - shared;
        return either > 0 ? shared / either : 0;
    }
}
