package dev.wherefore.core.coco;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wherefore.core.scene.coco.Rle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code segmentation}, in each of the three forms that it has. */
final class Outlines {

    private static final int THREE_CORNERS = 6;

    private Outlines() {}

    static Segmentation of(JsonNode node, int width, int height) throws BrokenRecord {
        if (node.isArray()) {
            return polygons(node);
        }
        Records.require(node.isObject(), CocoFault.SEGMENTATION);
        return runs(node, width, height);
    }

    /** Those that have an area; a file may have others beside them. */
    private static Segmentation polygons(JsonNode node) throws BrokenRecord {
        List<float[]> polygons = new ArrayList<>();
        node.forEach(polygon -> polygon(polygon).ifPresent(polygons::add));
        Records.require(!polygons.isEmpty(), CocoFault.POLYGON);
        return new Segmentation.Polygons(polygons);
    }

    private static Optional<float[]> polygon(JsonNode node) {
        if (!node.isArray() || node.size() < THREE_CORNERS || node.size() % 2 != 0) {
            return Optional.empty();
        }
        float[] corners = new float[node.size()];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = node.get(i).isNumber() ? node.get(i).floatValue() : Float.NaN;
            if (!Float.isFinite(corners[i])) {
                return Optional.empty();
            }
        }
        return hasArea(corners) ? Optional.of(corners) : Optional.empty();
    }

    /** Whether the corners do not all lie on one line. */
    private static boolean hasArea(float[] corners) {
        double alongX = 0;
        double alongY = 0;
        for (int i = 2; i < corners.length; i += 2) {
            double x = corners[i] - (double) corners[0];
            double y = corners[i + 1] - (double) corners[1];
            if (alongX * y != alongY * x) {
                return true;
            }
            if (alongX == 0 && alongY == 0) {
                alongX = x;
                alongY = y;
            }
        }
        return false;
    }

    private static Segmentation runs(JsonNode node, int width, int height) throws BrokenRecord {
        JsonNode size = node.path("size");
        Records.require(
                size.path(0).asInt() == height && size.path(1).asInt() == width, CocoFault.RUNS);
        JsonNode counts = node.path("counts");
        Records.require(counts.isTextual() || counts.isArray(), CocoFault.RUNS);
        try {
            return new Segmentation.Runs(
                    Rle.encode(
                            counts.isTextual()
                                    ? Rle.decode(counts.textValue(), width, height)
                                    : Rle.decode(lengths(counts), width, height)));
        } catch (IllegalArgumentException e) {
            throw new BrokenRecord(CocoFault.RUNS);
        }
    }

    private static List<Integer> lengths(JsonNode counts) throws BrokenRecord {
        List<Integer> lengths = new ArrayList<>();
        for (JsonNode count : counts) {
            Records.require(Records.isInt(count), CocoFault.RUNS);
            lengths.add(count.intValue());
        }
        return lengths;
    }
}
