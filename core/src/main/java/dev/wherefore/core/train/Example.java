package dev.wherefore.core.train;

import java.util.ArrayList;
import java.util.List;

/**
 * What a network is trained with: one example, or a batch of them.
 *
 * @param arrays the inputs and what is wanted for them, in an order that the {@link Trainee} knows
 */
public record Example(List<HostArray> arrays) {

    /** Copies the list. */
    public Example {
        arrays = List.copyOf(arrays);
    }

    /**
     * Returns a batch.
     *
     * @param examples at least one, all with arrays of the same shapes
     * @return the examples one after another along a new first dimension
     */
    static Example stack(List<Example> examples) {
        List<HostArray> stacked = new ArrayList<>();
        for (int i = 0; i < examples.get(0).arrays().size(); i++) {
            int place = i;
            stacked.add(
                    HostArray.stack(examples.stream().map(e -> e.arrays().get(place)).toList()));
        }
        return new Example(stacked);
    }

    /**
     * Returns the first examples of a batch.
     *
     * @param count how many, at most as many as there are
     * @return the smaller batch
     */
    public Example first(int count) {
        return new Example(arrays.stream().map(array -> array.first(count)).toList());
    }
}
