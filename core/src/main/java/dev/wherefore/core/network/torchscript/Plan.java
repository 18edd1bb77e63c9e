package dev.wherefore.core.network.torchscript;

import java.util.List;

/**
 * The numbers that tell a rewritten program what to do in a pass:
 *
 * <pre>
 * 0      0 taps only; 1 cuts too; 2 the shape of every layer
 * 1, 2   the numbers [from, to) of the modules whose ReLUs are cut
 * 3      rows per image, made at the first tap that still has a row for each image
 * 4      how many taps
 * 5      how many cuts were made, counted by the program
 * 6      how many images there are
 * 7…     for each tap: the module's number, or that number negative for the softmax in it; which
 *        run; and how many runs were seen (counted)
 * </pre>
 */
final class Plan {

    private static final int HEADER = 7;
    private static final int IMAGES = 6;

    private final long[] numbers;

    Plan(int images, int rowsPerImage, List<Integer> nodes, List<Integer> runs) {
        numbers = new long[HEADER + 3 * nodes.size()];
        numbers[IMAGES] = images;
        numbers[3] = rowsPerImage;
        numbers[4] = nodes.size();
        for (int i = 0; i < nodes.size(); i++) {
            numbers[HEADER + 3 * i] = nodes.get(i);
            numbers[HEADER + 3 * i + 1] = runs.get(i);
        }
    }

    static Plan ofShapes() {
        Plan plan = new Plan(1, 1, List.of(), List.of());
        plan.numbers[0] = 2;
        return plan;
    }

    /** Cuts the ReLUs of the modules numbered {@code [range[0], range[1])}. */
    void cut(int[] range) {
        numbers[0] = 1;
        numbers[1] = range[0];
        numbers[2] = range[1];
    }

    long[] numbers() {
        return numbers;
    }
}
