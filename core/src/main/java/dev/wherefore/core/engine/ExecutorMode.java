package dev.wherefore.core.engine;

import ai.djl.pytorch.jni.JniUtils;

/**
 * Runs TorchScript programs on the current thread as they stand, without the profiling executor,
 * whose first calls are slow and which has nothing to gain on programs that run layer by layer.
 *
 * <p>On closing, the setting is again the one DJL was started with ({@code
 * ai.djl.pytorch.graph_optimizer}, on where nothing is said).
 */
public final class ExecutorMode implements AutoCloseable {

    private final boolean before;

    private ExecutorMode() {
        before = !"false".equals(System.getProperty("ai.djl.pytorch.graph_optimizer"));
        JniUtils.setGraphExecutorOptimize(false);
    }

    /**
     * Returns a scope in which programs of this thread run as they stand.
     *
     * @return the scope, to be closed on the same thread
     */
    public static ExecutorMode plain() {
        return new ExecutorMode();
    }

    @Override
    public void close() {
        JniUtils.setGraphExecutorOptimize(before);
    }
}
