package dev.wherefore.core.network;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a network is given: its arguments in order, the picture among them.
 *
 * @param arguments for each argument its arrays: one for a tensor or a number, any number for a
 *     list, none where the network's default shall hold
 * @param image which argument is the picture, {@code (B, C, H, W)}, from 0
 * @param perTarget whether the other arguments have a row for each of a picture's T targets, {@code
 *     (B, T, …)}; else they have one for each picture, {@code (B, …)}
 */
public record Inputs(List<List<NDArray>> arguments, int image, boolean perTarget) {

    /** Checks that the picture is there. */
    public Inputs {
        arguments = arguments.stream().map(List::copyOf).toList();
        if (image < 0 || image >= arguments.size() || arguments.get(image).size() != 1) {
            throw new IllegalArgumentException(
                    "the picture must be one of the "
                            + arguments.size()
                            + " inputs, found "
                            + image);
        }
    }

    /**
     * Constructs inputs whose targets share all arguments.
     *
     * @param arguments for each argument its arrays
     * @param image which argument is the picture
     */
    public Inputs(List<List<NDArray>> arguments, int image) {
        this(arguments, image, false);
    }

    /**
     * Returns the inputs of a network that takes a picture alone.
     *
     * @param image the batch, {@code (B, C, H, W)}
     * @return the inputs
     */
    public static Inputs of(NDArray image) {
        return new Inputs(List.of(List.of(image)), 0);
    }

    /**
     * Returns the picture's array.
     *
     * @return {@code (B, C, H, W)}
     */
    public NDArray imageArray() {
        return arguments.get(image).get(0);
    }

    /**
     * Returns the same inputs about other pictures.
     *
     * @param other the pictures, as many
     * @return the inputs
     */
    public Inputs withImage(NDArray other) {
        List<List<NDArray>> changed = new ArrayList<>(arguments);
        changed.set(image, List.of(other));
        return new Inputs(changed, image, perTarget);
    }

    /**
     * Returns how many pictures there are.
     *
     * @return B
     */
    public int batch() {
        return Math.toIntExact(imageArray().getShape().get(0));
    }

    /**
     * Returns the inputs for other pictures in the place of one, with what goes with that one.
     *
     * @param picture which one, from 0
     * @param target for which of its targets, where targets have arguments of their own
     * @param others {@code (N, C, H, W)}
     * @return inputs of N rows
     */
    public Inputs withPictures(int picture, int target, NDArray others) {
        int times = Math.toIntExact(others.getShape().get(0));
        return like(others, array -> own(array, picture, target).repeat(0, times));
    }

    /**
     * Returns the inputs of one picture, for a pass that makes rows of it on the way.
     *
     * @param picture which one, from 0
     * @param target for which of its targets, where targets have arguments of their own
     * @param rows how many rows the pass makes of it
     * @return inputs of 1 row
     */
    public Inputs ofPicture(int picture, int target, int rows) {
        return like(
                row(imageArray(), picture),
                array -> {
                    NDArray own = own(array, picture, target);
                    return perTarget ? own.repeat(1, rows) : own;
                });
    }

    private Inputs like(NDArray pictures, UnaryOperator<NDArray> others) {
        List<List<NDArray>> all = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            all.add(
                    i == image
                            ? List.of(pictures)
                            : arguments.get(i).stream().map(others).toList());
        }
        return new Inputs(all, image, perTarget);
    }

    /** What goes with a picture and target, {@code (1, …)}; an array without rows as it is. */
    private NDArray own(NDArray array, int picture, int target) {
        if (array.getShape().dimension() == 0 || array.getShape().get(0) != batch()) {
            return array;
        }
        NDArray row = row(array, picture);
        return perTarget ? row.get(":, {}:{}", target, target + 1) : row;
    }

    private static NDArray row(NDArray array, int row) {
        return array.get("{}:{}", row, row + 1);
    }
}
