package dev.wherefore.vqa.evaluate;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.method.CoveringWindow;
import dev.wherefore.core.method.MethodSettings.Occluding;
import dev.wherefore.vqa.QuestionPass.Slot;
import dev.wherefore.vqa.VqaModel;
import dev.wherefore.vqa.asking.Answerer;
import dev.wherefore.vqa.config.PriorConfig;
import dev.wherefore.vqa.network.VqaNetwork.Seen;
import java.util.ArrayList;
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

    private CoveringWindow window(long height, long width) {
        Occluding how =
                new Occluding(List.of(config.window()), List.of(config.stride()), config.fill());
        return CoveringWindow.of(how, new Shape(1, 1, height, width));
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
        CoveringWindow window = window(image.getShape().get(2), image.getShape().get(3));
        List<int[]> ids = slots.stream().map(s -> s.asked().ids()).toList();
        List<float[]> drops = new ArrayList<>();
        List<float[]> whole;
        try (NDManager inner = scope.newSubManager()) {
            whole = answerer.scores(model.network().see(inner, image), 0, ids);
        }
        slots.forEach(slot -> drops.add(new float[window.count()]));
        for (int from = 0; from < window.count(); from += PICTURES) {
            int to = Math.min(from + PICTURES, window.count());
            try (NDManager inner = scope.newSubManager()) {
                inner.tempAttachAll(new NDList(image));
                Seen seen = model.network().see(inner, window.covered(inner, image, from, to));
                for (int place = from; place < to; place++) {
                    List<float[]> scores = answerer.scores(seen, place - from, ids);
                    for (int s = 0; s < slots.size(); s++) {
                        int answer = slots.get(s).target().answer();
                        drops.get(s)[place] = whole.get(s)[answer] - scores.get(s)[answer];
                    }
                }
            }
        }
        return drops.stream()
                .map(values -> Plane.of(window.down(), window.across(), values))
                .toList();
    }

    /** The mean of a map {@code (H, W)} in each of the squares. */
    Plane windows(Plane map) {
        CoveringWindow window = window(map.height(), map.width());
        return Plane.compute(
                window.down(),
                window.across(),
                (row, column) -> mean(map, window, row * window.across() + column));
    }

    private static float mean(Plane map, CoveringWindow window, int place) {
        int height = window.bottom(place) - window.top(place);
        int width = window.right(place) - window.left(place);
        double sum = 0;
        for (int y = window.top(place); y < window.bottom(place); y++) {
            for (int x = window.left(place); x < window.right(place); x++) {
                sum += map.at(y, x);
            }
        }
        return (float) (sum / ((double) height * width));
    }
}
