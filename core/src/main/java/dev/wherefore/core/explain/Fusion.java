package dev.wherefore.core.explain;

import dev.wherefore.core.image.Plane;
import java.util.List;

/** How the maps of several layers become one, each scaled to [0, 1] first. */
public enum Fusion {
    /** The mean, as in the {@code grad-cam} package. */
    MEAN {
        @Override
        float join(List<Plane> planes, int y, int x) {
            float sum = 0;
            for (Plane plane : planes) {
                sum += plane.at(y, x);
            }
            return sum / planes.size();
        }
    },
    /** The largest, as in torch-cam. */
    MAX {
        @Override
        float join(List<Plane> planes, int y, int x) {
            float max = planes.get(0).at(y, x);
            for (Plane plane : planes) {
                max = Math.max(max, plane.at(y, x));
            }
            return max;
        }
    },
    /** The product: what all layers agree on. */
    PRODUCT {
        @Override
        float join(List<Plane> planes, int y, int x) {
            float product = 1;
            for (Plane plane : planes) {
                product *= plane.at(y, x);
            }
            return product;
        }
    },
    /**
     * The largest hyperbolic tangent of twice the value: weak maps of early layers are lifted, as
     * torch-cam joins the maps of LayerCAM (Jiang et al., 2021, equation 9, with γ = 2).
     */
    TANH_MAX {
        @Override
        float join(List<Plane> planes, int y, int x) {
            // the tangent grows with its argument
            return (float) Math.tanh(2 * MAX.join(planes, y, x));
        }
    };

    abstract float join(List<Plane> planes, int y, int x);

    /**
     * Returns one plane for several of one size.
     *
     * @param planes at least one plane
     * @return the joined plane
     */
    public Plane of(List<Plane> planes) {
        Plane first = planes.get(0);
        if (planes.size() == 1) {
            return first;
        }
        return Plane.compute(first.height(), first.width(), (y, x) -> join(planes, y, x));
    }
}
