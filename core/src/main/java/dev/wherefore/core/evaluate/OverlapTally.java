package dev.wherefore.core.evaluate;

import java.util.OptionalDouble;

/** Takes up, picture by picture, how many pixels of a label were found. */
final class OverlapTally {

    /** The last place is of all pictures as they are, the others of {@link Resamples}. */
    private static final int ALL = Resamples.COUNT;

    private final long[] shared = new long[ALL + 1];
    private final long[] either = new long[ALL + 1];
    private final long[] real = new long[ALL + 1];

    /**
     * Takes up a picture.
     *
     * @param both how many pixels are of the label and were found
     * @param found how many were found
     * @param there how many are of the label
     * @param weights those of the picture
     */
    void add(long both, long found, long there, byte[] weights) {
        for (int i = 0; i <= ALL; i++) {
            int weight = i == ALL ? 1 : weights[i];
            shared[i] += weight * both;
            either[i] += weight * (found + there - both);
            real[i] += weight * there;
        }
    }

    /** Intersection over union over all pictures; nothing if none shows the label. */
    OptionalDouble iou() {
        return iou(ALL);
    }

    /** The same for imagined pictures. */
    OptionalDouble iou(int resample) {
        return real[resample] == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(shared[resample] / (double) either[resample]);
    }
}
