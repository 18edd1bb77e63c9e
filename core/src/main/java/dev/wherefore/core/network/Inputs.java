package dev.wherefore.core.network;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;

/**
 * What a network is given: its arguments in order, the picture among them.
 *
 * @param arguments for each argument its arrays: one for a tensor or a number, any number for a
 *     list, none where the network's default shall hold
 * @param image which argument is the picture, {@code (B, C, H, W)}, from 0
 */
public record Inputs(List<List<NDArray>> arguments, int image) {

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
        return new Inputs(changed, image);
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
     * Returns the same inputs with each row of every batched array given several times in a row.
     *
     * @param times how many times, at least 1
     * @return inputs of {@code B * times} rows; an array whose first size is not B stays as it is
     */
    public Inputs repeatRows(int times) {
        long batch = batch();
        List<List<NDArray>> repeated = new ArrayList<>();
        for (List<NDArray> argument : arguments) {
            repeated.add(
                    argument.stream()
                            .map(
                                    a ->
                                            a.getShape().dimension() > 0
                                                            && a.getShape().get(0) == batch
                                                    ? a.repeat(0, times)
                                                    : a)
                            .toList());
        }
        return new Inputs(repeated, image);
    }
}
