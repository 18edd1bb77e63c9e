package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.method.MethodSettings.MaskOrder;
import dev.wherefore.core.method.Trials.Subject;
import java.util.ArrayList;
import java.util.List;

/**
 * Weighs each channel of a layer by the score of the picture where the channel masks it: what
 * Score-CAM and its kin have in common. The scores become weights that add up to 1 by a softmax
 * over the channels, whatever was subtracted from all of them.
 */
final class MaskedScores {

    /** What is done to the masks of one of the samples that scores are averaged over. */
    @FunctionalInterface
    interface Change {

        /**
         * Returns changed masks.
         *
         * @param scope where the result belongs
         * @param masks {@code (N, 1, H, W)}
         * @param sample which sample, from 0
         * @param trial the number of the first mask among all trials; the next has the next
         * @return an array that the picture can be multiplied by
         */
        NDArray of(NDManager scope, NDArray masks, int sample, int trial);
    }

    private final EvidenceSource source;
    private final MaskOrder order;
    private final int samples;
    private final Change change;

    MaskedScores(EvidenceSource source, MaskOrder order, int samples, Change change) {
        this.source = source;
        this.order = order;
        this.samples = samples;
        this.change = change;
    }

    /** The attribution by channels weighed so. */
    Attribution attribution() {
        List<NDArray> maps = new ArrayList<>();
        for (Evidence evidence : source.atLayers()) {
            NDArray activation = evidence.activation();
            Shape shape = activation.getShape();
            int channels = (int) shape.get(1);
            float[] weights = new float[(int) shape.get(0) * channels];
            for (Subject subject : source.trials().subjects()) {
                float[][] scores = scores(subject, activation);
                for (int i = 0; i < scores.length; i++) {
                    int from = subject.rows().get(i) * channels;
                    System.arraycopy(softmax(scores[i], channels), 0, weights, from, channels);
                }
            }
            NDArray all =
                    activation.getManager().create(weights, new Shape(shape.get(0), channels));
            maps.add(evidence.weighted(all));
        }
        return Attribution.ofMaps(maps);
    }

    /** Sample by sample, in each channel by channel. */
    private float[][] scores(Subject subject, NDArray activation) {
        Trials trials = source.trials();
        int channels = (int) activation.getShape().get(1);
        try (NDArray own = activation.get(subject.row());
                NDArray picture = trials.picture(subject)) {
            Shape size = picture.getShape();
            ChannelMasks masks = new ChannelMasks(order, (int) size.get(2), (int) size.get(3));
            return trials.ofPictures(
                    subject,
                    samples * channels,
                    (scope, from, to) -> {
                        scope.tempAttachAll(new NDList(own, picture));
                        return masked(scope, own, picture, masks, from, to);
                    });
        }
    }

    private NDArray masked(
            NDManager scope, NDArray own, NDArray picture, ChannelMasks masks, int from, int to) {
        int channels = (int) own.getShape().get(0);
        NDList parts = new NDList();
        for (int start = from; start < to; ) {
            int sample = start / channels;
            int end = Math.min(to, (sample + 1) * channels);
            int first = start - sample * channels;
            NDArray some = own.get(new NDIndex("{}:{}", first, first + end - start));
            parts.add(change.of(scope, masks.of(scope, some), sample, start).mul(picture));
            start = end;
        }
        return parts.size() == 1 ? parts.get(0) : NDArrays.concat(parts);
    }

    /** The softmax over the channels of each one's mean over the samples. */
    private float[] softmax(float[] scores, int channels) {
        double[] means = new double[channels];
        double most = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < channels; c++) {
            for (int sample = 0; sample < samples; sample++) {
                means[c] += scores[sample * channels + c] / (double) samples;
            }
            most = Math.max(most, means[c]);
        }
        double sum = 0;
        for (int c = 0; c < channels; c++) {
            means[c] = Math.exp(means[c] - most);
            sum += means[c];
        }
        float[] weights = new float[channels];
        for (int c = 0; c < channels; c++) {
            weights[c] = (float) (means[c] / sum);
        }
        return weights;
    }
}
