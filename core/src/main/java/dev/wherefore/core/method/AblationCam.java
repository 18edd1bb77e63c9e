package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.method.Trials.Subject;
import java.util.ArrayList;
import java.util.List;

/**
 * Ablation-CAM: {@code Σ_k w_k A_k} with {@code w_k = (y - y_k) / y}, where {@code y_k} is the
 * score with channel k set to zero. Only what follows the layer runs for each channel. No gradient.
 *
 * <p>The {@code grad-cam} package sets channels to far below zero where the layer gives negative
 * values; here they are zero, as in the paper. Where y is 0 the drop itself is the weight.
 *
 * @see <a
 *     href="https://openaccess.thecvf.com/content_WACV_2020/html/Desai_Ablation-CAM_Visual_Explanations_for_Deep_Convolutional_Network_via_Gradient-free_WACV_2020_paper.html">Desai
 *     and Ramaswamy, Ablation-CAM, WACV 2020, section 3, equations 3 and 4</a>
 */
public final class AblationCam implements Method {

    @Override
    public MethodCard card() {
        return new MethodCard(
                "ablation-cam",
                "Ablation-CAM",
                "Σ_k (y - y without A_k)/y · A_k",
                "activations at a layer, what follows it run for each of its C channels",
                "1 F + C f",
                "Desai and Ramaswamy, Ablation-CAM, WACV 2020, section 3",
                "a map without gradients that is cheap at late layers",
                "divides by the score: at a negative one the map is turned round");
    }

    @Override
    public Attribution attribute(EvidenceSource source) {
        List<NDArray> maps = new ArrayList<>();
        List<Evidence> layers = source.atLayers();
        for (int layer = 0; layer < layers.size(); layer++) {
            Evidence evidence = layers.get(layer);
            maps.add(evidence.weighted(weights(source.trials(), evidence.activation(), layer)));
        }
        return Attribution.ofMaps(maps);
    }

    private static NDArray weights(Trials trials, NDArray activation, int layer) {
        Shape shape = activation.getShape();
        int channels = (int) shape.get(1);
        float[] weights = new float[(int) shape.get(0) * channels];
        for (Subject subject : trials.subjects()) {
            float[] whole = trials.scores(subject);
            float[][] without = without(trials, subject, activation, layer);
            for (int i = 0; i < whole.length; i++) {
                float unit = whole[i] == 0 ? 1 : whole[i];
                for (int c = 0; c < channels; c++) {
                    int place = subject.rows().get(i) * channels + c;
                    weights[place] = (whole[i] - without[i][c]) / unit;
                }
            }
        }
        return activation.getManager().create(weights, new Shape(shape.get(0), channels));
    }

    /** For each row the scores without each channel. */
    private static float[][] without(
            Trials trials, Subject subject, NDArray activation, int layer) {
        int channels = (int) activation.getShape().get(1);
        try (NDArray own = activation.get(subject.row())) {
            return trials.atLayer(
                    subject,
                    layer,
                    channels,
                    (scope, from, to) -> {
                        scope.tempAttachAll(new NDList(own));
                        return own.mul(chosen(scope, channels, from, to));
                    });
        }
    }

    /** -1 for the one channel of each row, else 0: {@code (to - from, C, 1, 1)}. */
    private static NDArray chosen(NDManager scope, int channels, int from, int to) {
        float[] chosen = new float[(to - from) * channels];
        for (int c = from; c < to; c++) {
            chosen[(c - from) * channels + c] = -1;
        }
        return scope.create(chosen, new Shape(to - from, channels, 1, 1));
    }
}
