package dev.wherefore.core.engine;

import ai.djl.pytorch.jni.JniUtils;

/**
 * Switches the recording of gradients on or off for the current thread, and back on closing.
 *
 * <p>PyTorch's gradient mode belongs to a thread. DJL leaves it off on the thread that loaded the
 * engine and on on all others, so nobody may rely on what it happens to be.
 */
public final class GradientMode implements AutoCloseable {

    private final boolean before;

    private GradientMode(boolean wanted) {
        before = JniUtils.isGradMode();
        JniUtils.setGradMode(wanted);
    }

    /**
     * Returns a scope in which gradients are recorded on this thread.
     *
     * @return the scope, to be closed on the same thread
     */
    public static GradientMode on() {
        return new GradientMode(true);
    }

    /**
     * Returns a scope in which nothing is recorded on this thread.
     *
     * @return the scope, to be closed on the same thread
     */
    public static GradientMode off() {
        return new GradientMode(false);
    }

    @Override
    public void close() {
        JniUtils.setGradMode(before);
    }
}
