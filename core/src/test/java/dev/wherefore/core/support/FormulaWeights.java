package dev.wherefore.core.support;

import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.weights.StateDict;
import dev.wherefore.core.weights.WeightTensor;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Weights made of their names, as the reference numbers' README says. */
public final class FormulaWeights {

    private FormulaWeights() {}

    /** The state dict for these names and shapes. */
    public static StateDict of(Map<String, Shape> shapes) {
        Map<String, WeightTensor> tensors = new LinkedHashMap<>();
        shapes.forEach((name, shape) -> tensors.put(name, new Tensor(name, shape)));
        return new StateDict("formula", tensors, Map.of());
    }

    /** The values of one parameter. */
    public static float[] values(String name, Shape shape) {
        float[] values = new float[Math.toIntExact(shape.size())];
        double[] line = line(name, shape);
        long start = fnv(name);
        for (int i = 0; i < values.length; i++) {
            long z = start + (i + 1) * 0x9E3779B97F4A7C15L;
            z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
            z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
            z ^= z >>> 31;
            values[i] = (float) (line[0] + line[1] * ((z >>> 40) / (double) (1 << 23) - 1));
        }
        return values;
    }

    /** Middle and reach of the values. */
    private static double[] line(String name, Shape shape) {
        if (name.endsWith("running_var")) {
            return new double[] {1, 0.5};
        }
        if (name.endsWith("running_mean")) {
            return new double[] {0, 0.1};
        }
        if (shape.dimension() >= 2) {
            return new double[] {0, Math.sqrt(6 / (double) shape.slice(1).size())};
        }
        return name.endsWith("weight") ? new double[] {1, 0.2} : new double[] {0, 0.1};
    }

    private static long fnv(String name) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        return hash;
    }

    private record Tensor(String name, Shape shape) implements WeightTensor {

        @Override
        public String type() {
            return "F32";
        }

        @Override
        public float[] toFloats() {
            return values(name, shape);
        }
    }
}
