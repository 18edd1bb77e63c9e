package dev.wherefore.core.explain;

import dev.wherefore.core.image.PixelMap;
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

    /**
     * The explanations of each picture.
     *
     * @param drafts what each method made
     * @param costs what each method's maps cost
     */
    List<List<Explanation>> finish(List<Draft> drafts, List<MapCost> costs) {
        int targets = request.targets().size();
        List<List<Heat>> heats = new ArrayList<>();
        List<MapCost> each = new ArrayList<>();
        for (int m = 0; m < drafts.size(); m++) {
            long start = System.nanoTime();
            heats.add(heats(drafts.get(m)));
            double took = costs.get(m).seconds() + (System.nanoTime() - start) / 1e9;
            each.add(new MapCost(took / (batch * (double) targets), costs.get(m).passes()));
        }
        List<List<Explanation>> result = new ArrayList<>();
        for (int picture = 0; picture < batch; picture++) {
            List<Explanation> explanations = new ArrayList<>();
            for (int t = 0; t < targets; t++) {
                int row = picture * targets + t;
                for (int m = 0; m < drafts.size(); m++) {
                    explanations.add(
                            finish(drafts.get(m), row, heats.get(m).get(row), each.get(m)));
                }
            }
            result.add(List.copyOf(explanations));
        }
        return result;
    }

    private Explanation finish(Draft draft, int row, Heat heat, MapCost cost) {
        List<Plane> raw = draft.rows().get(row).raw();
        Verdict verdict =
                Verdict.on(raw, heat.reading().sign(), draft.rows().get(row).zeroGradient());
        Optional<PixelMap> pixels =
                draft.rows().get(row).pixels().map(p -> draft.product() ? p.times(heat.map()) : p);
        boolean layered = draft.method().needsLayer();
        return new Explanation(
                request.targets().get(row % request.targets().size()).description(),
                draft.method().card().name(),
                layered ? request.layers().stream().map(LayerRun::toString).toList() : List.of(),
                draft.rows().get(row).score(),
                raw,
                heat.map(),
                pixels,
                verdict,
                cost.seconds(),
                heat.reading(),
                Optional.empty(),
                draft.rows().get(row).completenessError(),
                draft.rows().get(row).concepts(),
                Optional.empty(),
                cost.passes());
    }

    /** A heatmap and how to read it. */
    private record Heat(Plane map, Reading reading) {}

    /** The heatmap of each row. */
    private List<Heat> heats(Draft draft) {
        int targets = request.targets().size();
        // pixels have no places that speak against
        MapSign sign = draft.isOfPixels() ? MapSign.POSITIVE : request.style().sign();
        Fusion fusion = draft.method().multipliesLayers() ? Fusion.PRODUCT : request.fusion();
        List<Heat> heats = new ArrayList<>();
        for (int row = 0; row < draft.rows().size(); row++) {
            int first = row - row % targets;
            List<Draft.Row> sharing =
                    request.sharedScale()
                            ? draft.rows().subList(first, first + targets)
                            : draft.rows().subList(row, row + 1);
            List<Plane> raw = draft.rows().get(row).raw();
            heats.add(heat(raw, fusion, sign, largest(sharing, sign)));
        }
        return heats;
    }

    private Heat heat(List<Plane> raw, Fusion fusion, MapSign sign, List<Float> largest) {
        Convention convention = request.style().convention();
        Scaling scaling = convention.scaling();
        List<Plane> evidence = raw.stream().map(sign::of).toList();
        float full = convention.scales() ? 1 : largest.get(0);
        Plane map;
        if (!convention.scales()) {
            map = scaling.heat(evidence, fusion, height, width);
        } else if (sign == MapSign.SIGNED) {
            map = scaling.signed(evidence, largest, height, width);
        } else if (request.sharedScale()) {
            map = scaling.shared(evidence, largest, fusion, height, width);
        } else {
            map = scaling.heat(evidence, fusion, height, width);
        }
        return new Heat(map, new Reading(convention, sign, full));
    }

    /** For each layer the largest magnitude of the evidence in some rows. */
    private static List<Float> largest(List<Draft.Row> rows, MapSign sign) {
        List<Float> largest = new ArrayList<>();
        for (int layer = 0; layer < rows.get(0).raw().size(); layer++) {
            float max = 0;
            for (Draft.Row row : rows) {
                max = Math.max(max, sign.largest(row.raw().get(layer)));
            }
            largest.add(max);
        }
        return largest;
    }
}
