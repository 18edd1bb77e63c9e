package dev.wherefore.vqa.evaluate;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.image.Fill;
import dev.wherefore.core.image.Plane;
import dev.wherefore.vqa.QuestionPass.Slot;
import dev.wherefore.vqa.VqaModel;
import dev.wherefore.vqa.asking.Answerer;
import dev.wherefore.vqa.config.PriorConfig;
import dev.wherefore.vqa.network.VqaNetwork.Seen;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Covers one square of a picture after the other, and looks how much an answer's score falls: what
 * maps can be compared with that cost less (Selvaraju et al., sections 5.3 and 8.2).
 */
final class OcclusionMaps {

    /** How many covered pictures share a pass of the image network. */
    private static final int PICTURES = 32;

    private final VqaModel model;
    private final Answerer answerer;
    private final OcclusionConfig config;

    OcclusionMaps(VqaModel model, OcclusionConfig config) {
        this.model = model;
        this.config = config;
        this.answerer = new Answerer(model, new PriorConfig(false, false, false, config.fill()));
    }

    /** How many squares fit side by side. */
    private int steps(long side) {
        return (int) Math.max(1, (side - config.window()) / config.stride() + 1);
    }

    /**
     * Returns how much the scores fall.
     *
     * @param scope a manager for what is needed on the way
     * @param image {@code (1, C, H, W)}
     * @param slots questions and answers
     * @return for each a map with a place for each square
     */
    List<Plane> of(NDManager scope, NDArray image, List<Slot> slots) {
        Shape shape = image.getShape();
        int rows = steps(shape.get(2));
        int columns = steps(shape.get(3));
        List<int[]> ids = slots.stream().map(s -> s.asked().ids()).toList();
        List<float[]> drops = new ArrayList<>();
        List<float[]> whole;
        try (NDManager inner = scope.newSubManager()) {
            whole = answerer.scores(model.network().see(inner, image), 0, ids);
        }
        slots.forEach(slot -> drops.add(new float[rows * columns]));
        for (int from = 0; from < rows * columns; from += PICTURES) {
            int to = Math.min(from + PICTURES, rows * columns);
            try (NDManager inner = scope.newSubManager()) {
                Seen seen = model.network().see(inner, covered(inner, image, from, to, columns));
                for (int place = from; place < to; place++) {
                    List<float[]> scores = answerer.scores(seen, place - from, ids);
                    for (int s = 0; s < slots.size(); s++) {
                        int answer = slots.get(s).target().answer();
                        drops.get(s)[place] = whole.get(s)[answer] - scores.get(s)[answer];
                    }
                }
            }
        }
        return drops.stream().map(values -> Plane.of(rows, columns, values)).toList();
    }

    /** The picture with a square covered, for some of the squares. */
    private NDArray covered(NDManager scope, NDArray image, int from, int to, int columns) {
        Shape shape = image.getShape();
        int channels = (int) shape.get(1);
        int height = (int) shape.get(2);
        int width = (int) shape.get(3);
        float[] own = image.toFloatArray();
        float[] filling = filling(own, channels, height * width);
        float[] all = new float[(to - from) * own.length];
        for (int place = from; place < to; place++) {
            int start = (place - from) * own.length;
            System.arraycopy(own, 0, all, start, own.length);
            int top = place / columns * config.stride();
            int left = place % columns * config.stride();
            int right = Math.min(left + config.window(), width);
            for (int c = 0; c < channels; c++) {
                for (int y = top; y < Math.min(top + config.window(), height); y++) {
                    int row = start + (c * height + y) * width;
                    Arrays.fill(all, row + left, row + right, filling[c]);
                }
            }
        }
        return scope.create(all, new Shape(to - from, channels, height, width));
    }

    private float[] filling(float[] own, int channels, int plane) {
        float[] filling = new float[channels];
        for (int c = 0; c < channels && config.fill() == Fill.MEAN; c++) {
            double sum = 0;
            for (int i = 0; i < plane; i++) {
                sum += own[c * plane + i];
            }
            filling[c] = (float) (sum / plane);
        }
        return filling;
    }

    /** The mean of a map {@code (H, W)} in each of the squares. */
    Plane windows(Plane map) {
        int rows = steps(map.height());
        int columns = steps(map.width());
        return Plane.compute(
                rows,
                columns,
                (row, column) -> mean(map, row * config.stride(), column * config.stride()));
    }

    private float mean(Plane map, int top, int left) {
        int bottom = Math.min(top + config.window(), map.height());
        int right = Math.min(left + config.window(), map.width());
        double sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                sum += map.at(y, x);
            }
        }
        return (float) (sum / ((double) (bottom - top) * (right - left)));
    }
}
