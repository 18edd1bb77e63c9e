package dev.wherefore.core.explain;

import dev.wherefore.core.image.Plane;
import dev.wherefore.core.network.LayerRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes explanations of raw maps: scales, joins, judges. */
final class Finisher {

    private final ExplainRequest request;
    private final int height;
    private final int width;
    private final int batch;

    /**
     * @param height the input's height, to which heatmaps are enlarged
     * @param width the input's width
     * @param batch how many pictures there are
     */
    Finisher(ExplainRequest request, int height, int width, int batch) {
        this.request = request;
        this.height = height;
        this.width = width;
        this.batch = batch;
    }

    List<List<Explanation>> finish(List<Draft> drafts, long startNanos) {
        int targets = request.targets().size();
        List<List<Plane>> heats = new ArrayList<>();
        drafts.forEach(draft -> heats.add(heats(draft)));
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        double each = seconds / (batch * (double) targets * drafts.size());
        List<List<Explanation>> result = new ArrayList<>();
        for (int picture = 0; picture < batch; picture++) {
            List<Explanation> explanations = new ArrayList<>();
            for (int t = 0; t < targets; t++) {
                int row = picture * targets + t;
                for (int m = 0; m < drafts.size(); m++) {
                    explanations.add(finish(drafts.get(m), row, heats.get(m).get(row), each));
                }
            }
            result.add(List.copyOf(explanations));
        }
        return result;
    }

    private Explanation finish(Draft draft, int row, Plane heat, double seconds) {
        List<Plane> raw = draft.rows().get(row).raw();
        Verdict verdict = Verdict.on(raw, draft.rows().get(row).zeroGradient());
        Optional<PixelMap> pixels =
                draft.rows().get(row).pixels().map(p -> draft.product() ? p.times(heat) : p);
        boolean layered = draft.method().needsLayer();
        return new Explanation(
                request.targets().get(row % request.targets().size()).description(),
                draft.method().card().name(),
                layered ? request.layers().stream().map(LayerRun::toString).toList() : List.of(),
                draft.rows().get(row).score(),
                raw,
                heat,
                pixels,
                verdict,
                seconds,
                draft.rows().get(row).completenessError());
    }

    /** The heatmap of each row. */
    private List<Plane> heats(Draft draft) {
        int targets = request.targets().size();
        Fusion fusion = draft.method().multipliesLayers() ? Fusion.PRODUCT : request.fusion();
        List<Plane> heats = new ArrayList<>();
        for (int row = 0; row < draft.rows().size(); row++) {
            List<Plane> raw = draft.rows().get(row).raw();
            if (request.sharedScale()) {
                int first = row - row % targets;
                List<Float> largest = largest(draft.rows().subList(first, first + targets));
                heats.add(GradCamScaling.sharedHeat(raw, largest, fusion, height, width));
            } else {
                heats.add(GradCamScaling.heat(raw, fusion, height, width));
            }
        }
        return heats;
    }

    /** For each layer the largest raw value over some rows. */
    private static List<Float> largest(List<Draft.Row> rows) {
        List<Float> largest = new ArrayList<>();
        for (int layer = 0; layer < rows.get(0).raw().size(); layer++) {
            float max = 0;
            for (Draft.Row row : rows) {
                max = Math.max(max, row.raw().get(layer).max());
            }
            largest.add(max);
        }
        return largest;
    }
}
