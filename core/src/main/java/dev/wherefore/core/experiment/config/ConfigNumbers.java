package dev.wherefore.core.experiment.config;

/** Checks of numbers that a config gives. */
public final class ConfigNumbers {

    private ConfigNumbers() {}

    /**
     * Refuses a number that is too small.
     *
     * @param key the number's key
     * @param number the number
     * @param least the smallest that is allowed
     * @throws IllegalArgumentException if it is smaller; the binder says where it stands
     */
    public static void requireAtLeast(String key, int number, int least) {
        if (number < least) {
            throw new IllegalArgumentException(
                    key + " must be at least " + least + ", found " + number);
        }
    }
}
