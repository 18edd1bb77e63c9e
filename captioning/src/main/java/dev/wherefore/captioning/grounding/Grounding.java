package dev.wherefore.captioning.grounding;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.captioning.CaptionModel;
import dev.wherefore.captioning.Saying;
import dev.wherefore.captioning.config.GroundingConfig;
import dev.wherefore.core.image.Fill;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.text.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Measures what the words of a caption owe to the picture: how probable they are still when the
 * region that their maps mark, or the whole picture, is filled in.
 */
public final class Grounding {

    private final GroundingConfig config;
    private final TokenLogProbabilities tokens;

    /**
     * Constructs the measure.
     *
     * @param model the captioner
     * @param config how it is measured
     */
    public Grounding(CaptionModel model, GroundingConfig config) {
        this.config = config;
        this.tokens = new TokenLogProbabilities(model);
    }

    /**
     * Measures a caption.
     *
     * @param scope a manager for what is needed on the way
     * @param image the prepared picture, {@code (1, C, H, W)}
     * @param saying its caption
     * @param heats the heatmaps {@code (H, W)} in [0, 1] of words by their places, from 0
     * @return what was found for each word, and for the caption as a whole
     */
    public GroundedCaption of(
            NDManager scope, NDArray image, Saying saying, Map<Integer, Plane> heats) {
        List<Integer> explained = List.copyOf(heats.keySet());
        List<Plane> covers = new ArrayList<>();
        if (config.measure()) {
            Shape shape = image.getShape();
            covers.add(Plane.compute((int) shape.get(2), (int) shape.get(3), (y, x) -> 1));
            heats.values().forEach(heat -> covers.add(heat.map(this::covered)));
        }
        List<float[]> found;
        try (NDManager inner = scope.newSubManager()) {
            found = tokens.of(inner, pictures(inner, image, covers), saying);
        }
        List<WordGrounding> words = new ArrayList<>();
        if (config.measure()) {
            for (int w = 0; w < saying.text().words().size(); w++) {
                int row = explained.indexOf(w);
                Word word = saying.text().words().get(w);
                words.add(
                        WordGrounding.of(
                                word.surface(),
                                w + 1,
                                sum(found.get(0), word),
                                row < 0
                                        ? Optional.empty()
                                        : Optional.of(sum(found.get(row + 2), word)),
                                sum(found.get(1), word)));
            }
        }
        return new GroundedCaption(found.get(0), words);
    }

    private float covered(float heat) {
        return heat >= config.region() ? 1 : 0;
    }

    private static float sum(float[] logProbabilities, Word word) {
        float sum = 0;
        for (int t = word.firstToken(); t < word.firstToken() + word.tokens(); t++) {
            sum += logProbabilities[t];
        }
        return sum;
    }

    /** The picture, and after it the picture under each cover, {@code (1 + N, C, H, W)}. */
    private NDArray pictures(NDManager scope, NDArray image, List<Plane> covers) {
        Shape shape = image.getShape();
        int channels = (int) shape.get(1);
        int size = (int) (shape.get(2) * shape.get(3));
        float[] own = image.toFloatArray();
        float[] all = Arrays.copyOf(own, own.length * (1 + covers.size()));
        for (int n = 0; n < covers.size(); n++) {
            float[] cover = covers.get(n).toArray();
            for (int c = 0; c < channels; c++) {
                float filling = filling(own, c * size, size);
                int at = (n + 1) * own.length + c * size;
                for (int i = 0; i < size; i++) {
                    all[at + i] = cover[i] > 0 ? filling : own[c * size + i];
                }
            }
        }
        return scope.create(all, new Shape(1L + covers.size()).addAll(shape.slice(1)));
    }

    private float filling(float[] values, int from, int size) {
        double sum = 0;
        for (int i = from; i < from + size; i++) {
            sum += values[i];
        }
        return config.fill() == Fill.MEAN ? (float) (sum / size) : 0;
    }
}
