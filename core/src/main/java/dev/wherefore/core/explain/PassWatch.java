package dev.wherefore.core.explain;

import org.jspecify.annotations.Nullable;

/**
 * Hears how far methods of many passes have come, of the explanations that are made by the thread
 * that opened this, until it is closed.
 */
public final class PassWatch implements AutoCloseable {

    private static final ThreadLocal<@Nullable PassWatch> CURRENT = new ThreadLocal<>();

    /** Is told of passes. */
    @FunctionalInterface
    public interface Listener {

        /**
         * Hears that more passes were made.
         *
         * @param method the method's name
         * @param done how many were made
         * @param total how many there will be for the same target, or targets, in one picture
         */
        void passed(String method, int done, int total);
    }

    private final Listener listener;
    private String method = "";

    private PassWatch(Listener listener) {
        this.listener = listener;
    }

    /**
     * Returns a watch over what the current thread explains.
     *
     * @param listener is told of passes, on the same thread
     * @return the watch, to be closed by the same thread
     */
    public static PassWatch by(Listener listener) {
        PassWatch watch = new PassWatch(listener);
        CURRENT.set(watch);
        return watch;
    }

    /** Takes note of the method whose passes are to come. */
    static void begins(String method) {
        PassWatch watch = CURRENT.get();
        if (watch != null) {
            watch.method = method;
        }
    }

    /** Takes note of passes. */
    static void passed(int done, int total) {
        PassWatch watch = CURRENT.get();
        if (watch != null) {
            watch.listener.passed(watch.method, done, total);
        }
    }

    @Override
    public void close() {
        CURRENT.remove();
    }
}
