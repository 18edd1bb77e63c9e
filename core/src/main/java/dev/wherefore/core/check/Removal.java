package dev.wherefore.core.check;

import dev.wherefore.core.image.Plane;
import dev.wherefore.core.metric.RankedPlaces;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Which places ROAD removes: as in the {@code grad-cam} package those that are not below a
 * percentile of the map. Places as hot as the percentile go together; but where that are more than
 * a hundredth of all places too many, as with the zeros of a map with a ReLU, so many as there
 * should be are drawn by lot, in patches.
 */
final class Removal {

    private static final int PER_CENT = 100;

    private Removal() {}

    /**
     * Returns which places are kept.
     *
     * @param heat what is removed first is hottest, {@code (H, W)}
     * @param percentile how much is kept, in per cent
     * @param dice where the lot comes from
     * @return 1 where a place is kept, 0 where it is removed
     */
    static Plane kept(Plane heat, int percentile, SplittableRandom dice) {
        float[] sorted = heat.toArray();
        Arrays.sort(sorted);
        int places = sorted.length;
        int wanted = (int) Math.ceil((places - 1) * (double) percentile / PER_CENT);
        float threshold = sorted[wanted];
        int below = 0;
        while (sorted[below] < threshold) {
            below++;
        }
        if (wanted - below <= places / PER_CENT && below > 0) {
            return heat.map(v -> v < threshold ? 1 : 0);
        }
        return RankedPlaces.byLot(heat, dice).withoutHottest((double) (places - wanted) / places);
    }
}
