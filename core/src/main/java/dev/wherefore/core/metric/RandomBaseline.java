package dev.wherefore.core.metric;

import dev.wherefore.core.image.Geometry;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.image.Size;
import java.util.SplittableRandom;

/**
 * Chance: each place of the raw map is drawn evenly from [0, 1), and the map is enlarged as the
 * methods' maps are. It is as coarse as theirs, so it is the fair one to beat.
 */
public final class RandomBaseline implements Baseline {

    /** Constructs the baseline. */
    public RandomBaseline() {}

    @Override
    public String name() {
        return "random";
    }

    @Override
    public String meaning() {
        return "Noise as coarse as the methods' raw maps, enlarged as they are.";
    }

    @Override
    public Plane map(Sight sight) {
        Geometry geometry = sight.geometry();
        Size grid = sight.grid();
        SplittableRandom random = new SplittableRandom(sight.seed());
        Plane noise =
                Plane.compute(grid.height(), grid.width(), (y, x) -> (float) random.nextDouble());
        return geometry.onPicture(
                noise.resizeBilinear(geometry.input().height(), geometry.input().width()));
    }
}
