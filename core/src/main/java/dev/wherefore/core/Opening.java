package dev.wherefore.core;

import java.util.function.Function;

/** Makes things of what has to be closed, and leaves nothing open where that fails. */
public final class Opening {

    private Opening() {}

    /**
     * Returns what is made of something that has to be closed, which it is if that fails.
     *
     * @param <C> what has to be closed
     * @param <T> what is made of it; closes it with itself
     * @param opened what has to be closed
     * @param use makes something of it
     * @return what was made
     */
    public static <C extends AutoCloseable, T> T closingIfFailed(C opened, Function<C, T> use) {
        boolean made = false;
        try {
            T result = use.apply(opened);
            made = true;
            return result;
        } finally {
            if (!made) {
                close(opened);
            }
        }
    }

    private static void close(AutoCloseable opened) {
        try {
            opened.close();
        } catch (Exception e) {
            throw new IllegalStateException("what was loaded could not be closed", e);
        }
    }
}
