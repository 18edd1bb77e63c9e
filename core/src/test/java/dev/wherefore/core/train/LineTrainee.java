package dev.wherefore.core.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Learns y = 3 x₁ − 2 x₂ + 1 from noisy points. */
final class LineTrainee implements Trainee {

    private final NDManager manager = NDManager.newBaseManager();
    private final NDArray slope = manager.zeros(new Shape(2, 1));
    private final NDArray offset = manager.zeros(new Shape(1));
    private final NDArray seen = manager.zeros(new Shape(1));
    private final int crashAt;
    private int updates;

    /** Constructs a trainee that crashes in a certain update, from 1; 0 for never. */
    LineTrainee(int crashAt) {
        this.crashAt = crashAt;
        slope.setRequiresGradient(true);
        offset.setRequiresGradient(true);
    }

    @Override
    public List<String> facts() {
        return List.of("a line");
    }

    @Override
    public NDManager manager() {
        return manager;
    }

    @Override
    public Map<String, NDArray> weights() {
        Map<String, NDArray> weights = new LinkedHashMap<>();
        weights.put("slope", slope);
        weights.put("offset", offset);
        return weights;
    }

    @Override
    public Map<String, NDArray> state() {
        Map<String, NDArray> state = new LinkedHashMap<>(weights());
        state.put("seen", seen);
        return state;
    }

    @Override
    public Example example(long index) {
        SplittableRandom random = new SplittableRandom(index);
        float x1 = (float) random.nextDouble(-1, 1);
        float x2 = (float) random.nextDouble(-1, 1);
        float noise = (float) random.nextDouble(-0.1, 0.1);
        return new Example(
                List.of(
                        new HostArray(new float[] {x1, x2}, new Shape(2)),
                        new HostArray(new float[] {3 * x1 - 2 * x2 + 1 + noise}, new Shape(1))));
    }

    @Override
    public NDArray loss(NDList batch) {
        if (++updates == crashAt) {
            throw new IllegalStateException("the machine went down");
        }
        seen.addi(batch.get(0).getShape().get(0));
        return batch.get(0).dot(slope).add(offset).sub(batch.get(1)).square().mean();
    }

    @Override
    public Map<String, Double> measure() {
        float[] s = slope.toFloatArray();
        double off = Math.abs(s[0] - 3) + Math.abs(s[1] + 2) + Math.abs(offset.getFloat(0) - 1);
        return Map.of("rightness", -off);
    }

    @Override
    public List<String> files() {
        return List.of("line.txt");
    }

    @Override
    public List<Path> save(Path folder) {
        Path file = folder.resolve("line.txt");
        String text =
                java.util.Arrays.toString(slope.toFloatArray())
                        + offset.getFloat(0)
                        + " "
                        + seen.getFloat(0);
        try {
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of(file);
    }

    @Override
    public void close() {
        manager.close();
    }
}
