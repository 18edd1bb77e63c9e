package dev.wherefore.core.experiment;

import dev.wherefore.core.image.Size;
import java.util.List;

/** Reads a size as configs have it: {@code [height, width]}, or one number for a square. */
final class PixelSize {

    private static final int LARGEST = 20_000;

    private PixelSize() {}

    /**
     * Returns the size.
     *
     * @throws IllegalArgumentException beginning with the key, if these are not one or two numbers
     *     from 1 to 20,000
     */
    static Size of(String key, List<Integer> numbers) {
        boolean fits =
                (numbers.size() == 1 || numbers.size() == 2)
                        && numbers.stream().allMatch(n -> n >= 1 && n <= LARGEST);
        if (!fits) {
            throw new IllegalArgumentException(
                    "%s must be [height, width] or one number for a square, each from 1 to %d, found %s"
                            .formatted(key, LARGEST, numbers));
        }
        return new Size(numbers.get(0), numbers.get(numbers.size() - 1));
    }
}
