package dev.wherefore.launcher;

import ai.djl.engine.Engine;
import dev.wherefore.core.UserError;

/** Says how many CPU threads one operation may use. */
final class Threads {

    private static final String PROPERTY = "ai.djl.pytorch.num_threads";

    private Threads() {}

    /** Sets the number; works only before the engine is loaded. */
    static void use(int threads) {
        if (threads > Runtime.getRuntime().availableProcessors() * 4) {
            throw new UserError(
                    "threads must not be more than four for each processor, found " + threads);
        }
        System.setProperty(PROPERTY, Integer.toString(threads));
        Engine.getInstance();
    }
}
