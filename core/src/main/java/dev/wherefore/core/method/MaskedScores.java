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
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Weighs each channel of a layer by the score of the picture where the channel masks it: what
 * Score-CAM and its kin have in common. The scores become weights that add up to 1 by a softmax
 * over the channels, whatever was subtracted from all of them.
 *
 * <p>Where only some channels are tried, those that vary most over the places, the others weigh
 * nothing: Faster-Score-CAM, of the <a
 * href="https://github.com/keisen/tf-keras-vis">tf-keras-vis</a> package.
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
                try (NDArray own = activation.get(subject.row())) {
                    int[] chosen = chosen(own);
                    float[][] scores = scores(subject, own, chosen);
                    for (int i = 0; i < scores.length; i++) {
                        float[] found = softmax(scores[i], chosen.length);
                        for (int c = 0; c < found.length; c++) {
                            weights[subject.rows().get(i) * channels + chosen[c]] = found[c];
                        }
                    }
                }
            }
            NDArray all =
                    activation.getManager().create(weights, new Shape(shape.get(0), channels));
            maps.add(evidence.weighted(all));
        }
        return Attribution.ofMaps(maps);
    }

    /** The channels that are tried, in order: those that vary most, or all. */
    private int[] chosen(NDArray own) {
        int channels = (int) own.getShape().get(0);
        int wanted = source.settings().channels();
        if (wanted == 0 || wanted >= channels) {
            return IntStream.range(0, channels).toArray();
        }
        int[] places = {1};
        NDArray flat = own.reshape(channels, -1);
        NDArray off = flat.sub(flat.mean(places, true));
        float[] variances = off.square().mean(places).toFloatArray();
        return IntStream.range(0, channels)
                .boxed()
                .sorted(Comparator.comparingDouble(c -> -variances[c]))
                .limit(wanted)
                .sorted()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Sample by sample, in each chosen channel by channel. */
    private float[][] scores(Subject subject, NDArray own, int[] chosen) {
        Trials trials = source.trials();
        try (NDArray indices = own.getManager().create(chosen);
                NDArray some = own.get(indices);
                NDArray picture = trials.picture(subject)) {
            Shape size = picture.getShape();
            ChannelMasks masks = new ChannelMasks(order, (int) size.get(2), (int) size.get(3));
            return trials.ofPictures(
                    subject,
                    samples * chosen.length,
                    (scope, from, to) -> {
                        scope.tempAttachAll(new NDList(some, picture));
                        return masked(scope, some, picture, masks, from, to);
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
